import type { Json } from '@chapeau/base';
import { OrderedMap } from 'immutable';
import type { AmendmentState, ConferenceState, DocumentState, ParagraphState } from './state.ts';

/** A state as JSON; tables become lists of [key, value] so that their order survives. */
export function stateToJson(state: ConferenceState): Json {
  return plain(state);
}

function plain(value: unknown): Json {
  if (OrderedMap.isOrderedMap(value)) return [...value.entries()].map(([key, member]) => [plain(key), plain(member)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new TypeError(`a state holds no ${typeof value}`);
}

/** The state that {@link stateToJson} wrote. Trusts it: it comes from our own server, over an authenticated connection. */
export function stateFromJson(json: unknown): ConferenceState {
  const state = json as ConferenceState;
  return {
    ...state,
    participants: OrderedMap(state.participants),
    documents: OrderedMap(state.documents).map(reviveDocument),
  };
}

function reviveDocument(document: DocumentState): DocumentState {
  const { adoption } = document;
  return {
    ...document,
    paragraphs: OrderedMap(document.paragraphs).map(
      (paragraph): ParagraphState => ({ ...paragraph, positions: OrderedMap(paragraph.positions) }),
    ),
    amendments: OrderedMap(document.amendments).map(
      (amendment): AmendmentState => ({ ...amendment, positions: OrderedMap(amendment.positions) }),
    ),
    adoption: adoption === null ? null : { ...adoption, stances: OrderedMap(adoption.stances) },
  };
}
