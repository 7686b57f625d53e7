import { compilationEntry, partiesNamed, readCompilation } from '@chapeau/formats/compilation';
import {
  conferenceIdSchema,
  type ConferenceState,
  decide,
  type DelegationId,
  delegationIdSchema,
  documentIdSchema,
  emptyConference,
  type Event,
  evolve,
  openConference,
  principalIdSchema,
} from '@chapeau/procedure';
import { SeededRandom } from '../../seededRandom.ts';
import type { BracketSource } from './bracketSource.ts';

const document = documentIdSchema.parse('d');
const at = '2026-01-01T00:00:00.000Z';
const here = ['idn', 'fji', 'chl', 'jpn', 'usa'].map((id) => delegationIdSchema.parse(id));
const secretariat = { principal: principalIdSchema.parse('desk'), role: 'secretariat', delegation: null } as const;
const opened = conferenceOpened();

/** Whoever the names are taken to mean, and whatever else the source says, the secretariat may put it on the table. */
export function checkEntry({ text, format }: BracketSource): void {
  const reading = readCompilation(text, format);
  // The names of one text always mean the same, so that a smaller text can fail alike.
  const random = new SeededRandom(text.length);
  const parties = new Map(partiesNamed(reading).map(({ key }) => [key, someDelegations(random)]));
  const { act, left } = compilationEntry(reading, { document, revision: 1, parties });
  const places = left.map(({ line }) => line);
  if (places.some((line, index) => line < (places[index - 1] ?? 0))) throw new Error('what is left is not in order');
  if (act.paragraphs.length === 0) return;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id${String(ids).padStart(16, '0')}`;
  };
  const decision = decide(opened, act, secretariat, { now: at, newId, room: null });
  if (!decision.ok) throw new Error(`the act is refused: ${JSON.stringify(decision.error)}`);
}

function someDelegations(random: SeededRandom): readonly DelegationId[] {
  return here.slice(random.between(0, here.length), random.between(1, here.length));
}

function conferenceOpened(): ConferenceState {
  const details = { title: 'T', theme: '', place: '', startsOn: '2026-01-01', endsOn: '2026-01-02', timeZone: 'UTC' };
  const events: readonly Event[] = [
    openConference({ ...details, sectors: [] }),
    {
      type: 'participants-accredited',
      participants: here.map((id) => ({ id, name: id, officialName: id, kind: 'state', code: null })),
    },
    { type: 'document-created', document, title: 'Message' },
  ];
  return events.reduce(
    (state, event, index) => evolve(state, { seq: index + 1, at, event }),
    emptyConference(conferenceIdSchema.parse('c')),
  );
}
