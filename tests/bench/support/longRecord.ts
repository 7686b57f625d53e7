import { present, sha256 } from '@chapeau/base';
import {
  type AmendmentId,
  type ConferenceId,
  type ConferenceState,
  conferenceIdSchema,
  type DelegationId,
  type DocumentId,
  type Event,
  emptyConference,
  evolve,
  type PlacedParagraph,
} from '@chapeau/procedure';
import { type Head, type SealedEntry, seal } from '@chapeau/record';
import type { ParagraphId } from '@chapeau/text';
import { wording, wordingHash } from '@chapeau/text';
import { SeededRandom } from '../../seededRandom.ts';
import { amended, draftWords } from './draftWords.ts';

export const benchConference: ConferenceId = conferenceIdSchema.parse('bench');
const document = 'doc' as DocumentId;

/** What happened at a long conference: 40 delegations, 200 paragraphs; mostly positions, now and then an amendment, or one withdrawn. */
export function* longConference(entries: number): Generator<Event> {
  const random = new SeededRandom(5);
  const delegations = Array.from({ length: 40 }, (_, index) => `d${index}` as DelegationId);
  const paragraphs = Array.from({ length: 200 }, (_, index) => placed(random, index));
  yield { type: 'conference-opened', details };
  yield { type: 'participants-accredited', participants: delegations.map(participant) };
  yield { type: 'document-created', document, title: 'A long text' };
  yield { type: 'draft-introduced', document, paragraphs };
  yield { type: 'text-tabled', document, revision: 0, paragraphs, hash: sha256('text') };
  let tabled = 0;
  for (let at = 5; at < entries; at += 1) {
    if (at % 50 === 0) {
      tabled += 1;
      yield tabling(random, random.pick(paragraphs), tabled, random.pick(delegations));
    } else if (at % 50 === 49 && tabled > 0) {
      yield { type: 'amendment-withdrawn', document, amendment: `a${tabled}` as AmendmentId };
    } else {
      const paragraph = random.pick(paragraphs);
      const on = { type: 'paragraph', paragraph: paragraph.id, hash: wordingHash(paragraph) } as const;
      const position = random.pick(['support', 'flexible', 'reserve', 'object'] as const);
      const statement = random.next() < 0.2 ? draftWords(random, 20) : '';
      yield { type: 'position-taken', document, delegation: random.pick(delegations), on, position, statement };
    }
  }
}

/** The entries, as a server writes them: folded, chained and hashed one by one. */
export function writeRecord(events: Iterable<Event>): {
  readonly entries: readonly SealedEntry<Event>[];
  readonly state: ConferenceState;
} {
  let state = emptyConference(benchConference);
  let chain: Head | null = null;
  const entries: SealedEntry<Event>[] = [];
  for (const event of events) {
    const content = {
      conference: benchConference,
      at: '2021-11-16T09:00:00.000Z',
      actor: '0190b2f4-7a51-7c1e-9a8e-7a4c5d2e1f00',
      name: 'A. Delegate',
      delegation: null,
      role: 'chair',
      key: `key-${entries.length}`,
      event,
    };
    const sealed: SealedEntry<Event> = seal(chain, content);
    state = evolve(state, sealed.entry);
    chain = { seq: sealed.entry.seq, hash: sealed.hash };
    entries.push(sealed);
  }
  return { entries, state };
}

const details = {
  title: 'A long conference',
  theme: 'Length',
  place: 'Bali',
  startsOn: '2021-11-16',
  endsOn: '2021-11-19',
  timeZone: 'Asia/Makassar',
  sectors: [],
};

function participant(id: DelegationId, index: number) {
  return {
    id,
    name: `Delegation ${index}`,
    officialName: `The Delegation ${index}`,
    kind: 'state',
    code: 'XX',
  } as const;
}

function placed(random: SeededRandom, index: number): PlacedParagraph {
  const words = wording('operative', 0, [{ text: draftWords(random, 60), marks: [] }]);
  return { id: `p${index}` as ParagraphId, label: `${index + 1}`, ...words, credits: [] };
}

function tabling(random: SeededRandom, on: PlacedParagraph, number: number, by: DelegationId): Event {
  const { id, kind, level, runs } = on;
  const proposed = {
    id,
    ...wording(kind, level, [{ text: amended(random, present(runs[0], 'words').text), marks: [] }]),
  };
  return {
    type: 'amendment-tabled',
    document,
    amendment: `a${number}` as AmendmentId,
    number,
    version: 1,
    proposal: {
      scope: { type: 'replace', paragraphs: [id] },
      base: [{ paragraph: id, hash: wordingHash(on) }],
      paragraphs: [proposed],
      hash: sha256(`proposal ${number}`),
    },
    sponsors: [by],
    tags: { kind: 'substantive', sectors: [] },
    rationale: '',
  };
}
