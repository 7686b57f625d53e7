import { assertNever } from '@chapeau/base';
import type { AmendmentId, ConferenceState, DelegationId, DocumentId } from '@chapeau/procedure';
import type { RecordEntry } from '@chapeau/protocol';
import type { ParagraphId } from '@chapeau/text';
import type { TFunction } from 'i18next';
import { paragraphName } from './paragraphName.ts';

/** What an entry of the record says, as one sentence. Over sixty lines because it is one total table. */
export function eventWords(
  entry: RecordEntry,
  state: ConferenceState,
  t: TFunction,
  name: (id: DelegationId) => string,
): string {
  const { event } = entry;
  const number = (document: DocumentId, amendment: AmendmentId) =>
    state.documents.get(document)?.amendments.get(amendment)?.number ?? 0;
  const label = (id: DocumentId, paragraph: ParagraphId) => {
    const document = state.documents.get(id);
    return document === undefined ? '' : paragraphName(document, paragraph, t);
  };
  switch (event.type) {
    case 'conference-opened':
    case 'conference-amended':
      return t(state.checksSince === entry.at ? 'event.editorialChecks' : 'event.conference');
    case 'participants-accredited':
      return t('event.accredited', { names: event.participants.map((one) => one.name).join(', ') });
    case 'accreditation-withdrawn':
      return t('event.accreditationWithdrawn', { name: name(event.delegation) });
    case 'document-created':
      return t('event.documentCreated', { title: event.title });
    case 'draft-introduced':
      return t('event.draftIntroduced', { count: event.paragraphs.length });
    case 'drafting-opened':
      return t('event.draftingOpened');
    case 'text-tabled':
      return t('event.textTabled', { revision: event.revision });
    case 'amendment-tabled':
      if (event.sponsors.length === 0) return t('event.amendmentEntered', { number: event.number });
      return t('event.amendmentTabled', {
        names: event.sponsors.map(name).join(', '),
        number: event.number,
        version: event.version,
      });
    case 'amendment-carried':
      return t('event.amendmentCarried', { number: number(event.document, event.amendment) });
    case 'amendment-conflicted':
      return t('event.amendmentConflicted', { number: number(event.document, event.amendment) });
    case 'amendment-fallen':
      return t('event.amendmentFallen', { number: number(event.document, event.amendment) });
    case 'amendment-withdrawn':
      return t('event.amendmentWithdrawn', { number: number(event.document, event.amendment) });
    case 'sponsorship-withdrawn':
      return t('event.sponsorshipWithdrawn', {
        name: name(event.delegation),
        number: number(event.document, event.amendment),
      });
    case 'amendment-not-retained':
      return t('event.amendmentNotRetained', { number: number(event.document, event.amendment) });
    case 'amendment-accepted':
      return t('event.amendmentAccepted', { number: number(event.document, event.amendment) });
    case 'amendment-accepted-in-part':
      return t('event.amendmentAcceptedInPart', { number: number(event.document, event.amendment) });
    case 'position-taken':
      return event.on.type === 'paragraph'
        ? t('event.positionOnParagraph', {
            name: name(event.delegation),
            position: t(`position.${event.position}.short`),
            label: label(event.document, event.on.paragraph),
          })
        : t('event.positionOnAmendment', {
            name: name(event.delegation),
            position: t(`position.${event.position}.short`),
            number: number(event.document, event.on.amendment),
          });
    case 'paragraphs-agreed':
      return t(event.level === 'agreed' ? 'event.agreed' : 'event.agreedAdRef', { count: event.paragraphs.length });
    case 'paragraph-reopened':
      return t('event.reopened', { label: label(event.document, event.paragraph), reason: event.reason });
    case 'text-renumbered':
      return t('event.renumbered');
    case 'adoption-opened':
      return t('event.adoptionOpened');
    case 'negotiation-resumed':
      return t('event.negotiationResumed', { reason: event.reason });
    case 'stance-stated':
      return t('event.stanceStated', { name: name(event.delegation), stance: t(`stance.${event.stance.type}`) });
    case 'adopted':
      return t('event.adopted');
    case 'position-explained':
      return t('event.positionExplained', { name: name(event.delegation) });
    case 'clock-stepped-back':
      return t('event.clock');
    default:
      return assertNever(event);
  }
}
