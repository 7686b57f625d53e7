import { isBracketed, type ParagraphState, type Stage } from '@chapeau/procedure';

/** How a paragraph stands, as its chips say it. `lapsed`: positions were taken on words that are no longer these. */
export interface Standing {
  readonly tone: 'open' | 'amended' | 'ad-ref' | 'agreed';
  readonly amendments: number;
  readonly lapsed: boolean;
  readonly bracketed: boolean;
}

export function standingOf(paragraph: ParagraphState, amendments: number): Standing {
  const lapsed =
    paragraph.status === 'open' && [...paragraph.positions.values()].some(({ hash }) => hash !== paragraph.hash);
  const tone =
    paragraph.status === 'agreed'
      ? 'agreed'
      : paragraph.status === 'agreed-ad-ref'
        ? 'ad-ref'
        : amendments > 0
          ? 'amended'
          : 'open';
  return { tone, amendments, lapsed, bracketed: isBracketed(paragraph) };
}

/** Whether the text is being negotiated, so that how a paragraph stands is worth a word. */
export function showsStanding(stage: Stage): boolean {
  return stage === 'negotiation' || stage === 'adoption';
}
