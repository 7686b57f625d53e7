import { present } from '@chapeau/base';
import { type ParagraphId, type ParagraphKind, plainText, type Wording, wording } from '@chapeau/text';
import { expect } from 'vitest';
import {
  type Act,
  type Actor,
  type AmendmentReading,
  type ConferenceState,
  conferenceIdSchema,
  type DelegationId,
  type DocumentState,
  decide,
  delegationIdSchema,
  emptyConference,
  type Event,
  evolve,
  type Given,
  latest,
  openConference,
  paragraphsInText,
  principalIdSchema,
  proposalHash,
  proposalOn,
  type RoomReading,
  roomHash,
  type Scope,
  textHash,
} from '../src/index.ts';

export const chair = actor('chair', null);
export const secretariat = actor('secretariat', null);
export const indonesia = actor('head', 'idn');
export const fiji = actor('head', 'fji');
export const chile = actor('head', 'chl');

function actor(role: Actor['role'], delegation: string | null): Actor {
  return {
    principal: principalIdSchema.parse(`${role}-${delegation ?? 'desk'}`),
    role,
    delegation: delegation === null ? null : delegationIdSchema.parse(delegation),
  };
}

export function delegation(id: string): DelegationId {
  return delegationIdSchema.parse(id);
}

/** A paragraph in a test: "PP words", "OP words", "  OP words" for a sub-paragraph, "# words" for a heading, or plain words. */
export function paragraph(line: string): Wording {
  const level = (line.length - line.trimStart().length) / 2;
  const [, prefix, words] = /^(PP |OP |# )?(.*)$/.exec(line.replace(/^ +/, '')) ?? [];
  const kinds: Record<string, ParagraphKind> = { 'PP ': 'preambular', 'OP ': 'operative', '# ': 'heading' };
  return wording(kinds[prefix ?? ''] ?? 'plain', level, words ?? '');
}

/** A conference under test: acts in, the state and every event out. */
export class Conference {
  state: ConferenceState = emptyConference(conferenceIdSchema.parse('test-2026'));
  readonly events: Event[] = [];
  now = Date.UTC(2026, 0, 1);
  private ids = 0;

  constructor() {
    this.happen([
      openConference({
        title: 'A conference',
        theme: '',
        place: 'Bali',
        startsOn: '2026-01-01',
        endsOn: '2026-01-02',
        timeZone: 'Asia/Makassar',
        sectors: [{ id: 'data', name: 'Data' }],
      }),
    ]);
    const participants = ['idn', 'fji', 'chl'].map((id) => ({
      id: delegation(id),
      name: id.toUpperCase(),
      officialName: `the Republic of ${id.toUpperCase()}`,
      kind: 'state' as const,
      code: null,
    }));
    this.does(secretariat, { type: 'accredit', participants });
    this.does(secretariat, { type: 'create-document', title: 'Message' });
  }

  get document(): DocumentState {
    return present(this.state.documents.first(), 'the document');
  }

  get text(): readonly string[] {
    return paragraphsInText(this.document).map((standing) => `${standing.label} ${plainText(standing)}`.trim());
  }

  get textHash() {
    return textHash(this.document);
  }

  /** The id of the paragraph that has this label. */
  labelled(label: string): ParagraphId {
    return present(
      paragraphsInText(this.document).find((standing) => standing.label === label),
      label,
    ).id;
  }

  standing(label: string) {
    return present(this.document.paragraphs.get(this.labelled(label)), label);
  }

  amendment(number: number) {
    return present([...this.document.amendments.values()][number - 1], `amendment ${number}`);
  }

  given(room: RoomReading | null): Given {
    this.now += 1000;
    return {
      now: new Date(this.now).toISOString(),
      newId: () => {
        this.ids += 1;
        return `id${String(this.ids).padStart(16, '0')}`;
      },
      room,
    };
  }

  /** Puts entries on record that nobody decided. */
  happens(...events: readonly Event[]): void {
    this.happen(events);
  }

  private happen(events: readonly Event[]): void {
    for (const event of events) {
      this.state = evolve(this.state, { seq: this.state.seq + 1, at: new Date(this.now).toISOString(), event });
      this.events.push(event);
    }
  }

  attempts(by: Actor, act: Act, room: RoomReading | null = null) {
    return decide(this.state, act, by, this.given(room));
  }

  does(by: Actor, act: Act, room: RoomReading | null = null): readonly Event[] {
    const decision = this.attempts(by, act, room);
    if (!decision.ok) throw new Error(`refused by ${decision.error.rule}: ${decision.error.message}`);
    this.happen(decision.value);
    return decision.value;
  }

  /** Expects the act to be refused by this rule, and nothing to have happened. */
  isRefused(rule: string, by: Actor, act: Act, room: RoomReading | null = null): void {
    const decision = this.attempts(by, act, room);
    expect(decision.ok ? `allowed: ${JSON.stringify(decision.value)}` : decision.error.rule).toBe(rule);
  }

  introduced(...lines: readonly string[]): this {
    const paragraphs = lines.map((line) => ({ label: '', ...paragraph(line) }));
    this.does(secretariat, { type: 'introduce-draft', document: this.document.id, paragraphs });
    return this;
  }

  tabled(...lines: readonly string[]): this {
    this.introduced(...lines);
    this.does(chair, {
      type: 'table-text',
      document: this.document.id,
      hash: roomHash(paragraphsInText(this.document)),
    });
    return this;
  }

  reading(
    sponsors: readonly Actor[],
    scope: Scope,
    lines: readonly (readonly [ParagraphId | null, string])[],
  ): AmendmentReading {
    const paragraphs = lines.map(([id, line]) => ({ id, ...paragraph(line) }));
    const { base } = proposalOn(this.document, scope, paragraphs);
    return {
      type: 'amendment',
      document: this.document.id,
      amendment: null,
      ...{ scope, base, paragraphs },
      sponsors: sponsors.map((sponsor) => present(sponsor.delegation, 'delegation')),
      tags: { kind: 'substantive', sectors: [] },
      rationale: '',
    };
  }

  /** The sponsors table the draft read from their room; the first of them acts. */
  tables(reading: AmendmentReading, sponsor: Actor) {
    return this.does(sponsor, tableAct(reading), reading);
  }

  /** Tables a rewording of one paragraph. */
  rewords(sponsor: Actor, label: string, line: string) {
    const id = this.labelled(label);
    return this.tables(this.reading([sponsor], { type: 'replace', paragraphs: [id] }, [[id, line]]), sponsor);
  }

  accepts(number: number) {
    const amendment = this.amendment(number);
    const { hash } = latest(amendment);
    return this.does(chair, { type: 'accept-amendment', document: this.document.id, amendment: amendment.id, hash });
  }

  /** Declares every paragraph of the text agreed. */
  agreesAll() {
    const paragraphs = paragraphsInText(this.document).map(({ id, hash }) => ({ paragraph: id, hash }));
    return this.does(chair, { type: 'declare-agreed', document: this.document.id, level: 'agreed', paragraphs });
  }
}

export function tableAct(reading: AmendmentReading): Act {
  const hash = proposalHash(reading.scope, reading.base, reading.paragraphs);
  return { type: 'table-amendment', draft: 'adraft' as never, hash };
}
