import { assert, present } from '@chapeau/base';
import {
  type Act,
  type ConferenceId,
  type ConferenceState,
  conferenceIdSchema,
  type DelegationId,
  decide,
  emptyConference,
  type Event,
  evolve,
  openConference,
  type Participant,
  type PrincipalId,
} from '@chapeau/procedure';
import { states } from '@chapeau/text/states';
import type { Author } from '../conference/ledger.ts';
import type { CoreServices } from '../coreServices.ts';
import type { Principal } from '../storage/ports.ts';
import type { Demonstration } from './demonstration.ts';
import { icdd2021 } from './icdd2021.ts';
import { rcdd2019 } from './rcdd2019.ts';

const demonstrations = [icdd2021, rcdd2019];

export const demonstrationIds: readonly ConferenceId[] = demonstrations.map(({ id }) => conferenceIdSchema.parse(id));

/** Creates the demonstration conferences that do not exist yet, by the same acts and rules as every other. */
export function ensureDemonstrations(core: CoreServices): void {
  for (const demonstration of demonstrations) {
    const id = conferenceIdSchema.parse(demonstration.id);
    if (core.ledger.standing(id) === null) create(core, id, demonstration);
  }
}

// In one append: a server that ends half-way leaves no half of a conference.
function create(core: CoreServices, id: ConferenceId, demonstration: Demonstration): void {
  const { environment, ledger, storage } = core;
  const now = environment.now().toISOString();
  const secretary: Principal = {
    id: environment.newId() as PrincipalId,
    conference: id,
    role: 'secretariat',
    delegation: null,
    name: 'Chapeau, setting up the demonstration',
    // Nobody signs in as this one.
    revoked: true,
  };
  const events: Event[] = [];
  let state = emptyConference(id);
  const happen = (happened: readonly Event[]) => {
    for (const event of happened) {
      state = evolve(state, { seq: state.seq + 1, at: now, event });
      events.push(event);
    }
  };
  const act = (wanted: Act) => {
    const given = { now, newId: environment.newId, room: null };
    const decision = decide(state, wanted, { principal: secretary.id, role: 'secretariat', delegation: null }, given);
    assert(decision.ok, `the demonstration ${id} keeps the rules of procedure`);
    happen(decision.value);
  };
  happen([openConference(demonstration.details)]);
  act({ type: 'accredit', participants: demonstration.participants.map(participant) });
  act({ type: 'create-document', title: demonstration.document });
  act({ type: 'introduce-draft', document: onlyDocument(state), paragraphs: demonstration.zeroDraft });
  const { name, role } = secretary;
  const author: Author = { actor: secretary.id, name, delegation: null, role, key: null };
  const stored = storage.people.putPrincipal(secretary);
  const appended = stored.ok ? ledger.append(id, author, events, now) : stored;
  if (!appended.ok)
    throw new Error(`The demonstration ${id} cannot be stored: the disk is full. Make room, then start again.`);
}

function onlyDocument({ documents }: ConferenceState) {
  return present([...documents.keys()][0], 'the document just created');
}

/** Shorter than the list of States has them, as nameplates do. */
const nameplates: Readonly<Record<string, string>> = { gbr: 'United Kingdom', lao: 'Lao PDR' };

function participant(id: string): Participant {
  const state = present(
    states.find(({ alpha3 }) => alpha3.toLowerCase() === id),
    `State ${id}`,
  );
  return {
    id: id as DelegationId,
    name: nameplates[id] ?? state.english,
    officialName: state.official,
    kind: 'state',
    code: state.alpha2,
  };
}
