import type { IntroduceCompilation } from '@chapeau/procedure';
import type { BracketCounts } from '@chapeau/redline/brackets';
import { useCompilationWords } from './useCompilationWords.ts';

export interface Sums {
  readonly paragraphs: number;
  readonly proposals: number;
  readonly nameless: number;
  readonly positions: number;
  readonly agreed: number;
}

/** How much of each a compilation brings. */
export function sumsOf({ paragraphs, atHead }: IntroduceCompilation): Sums {
  const proposals = [...atHead, ...paragraphs.flatMap((one) => one.proposals)];
  return {
    paragraphs: paragraphs.length,
    proposals: proposals.length,
    nameless: proposals.filter(({ sponsors }) => sponsors.length === 0).length,
    positions: [...paragraphs, ...proposals].reduce((sum, { positions }) => sum + positions.length, 0),
    agreed: paragraphs.filter(({ status }) => status !== 'open').length,
  };
}

/** What was found, in numbers. */
export function CompilationSummary({ counts, sums }: { readonly counts: BracketCounts; readonly sums: Sums | null }) {
  const { t } = useCompilationWords();
  return (
    <section aria-label={t('found')}>
      {counts.brackets > 0 && <p>{t('brackets', { count: counts.brackets, nesting: counts.nesting })}</p>}
      {sums !== null && <SummaryLines sums={sums} />}
    </section>
  );
}

/** What a compilation brings, in one line. */
export function SummaryLines({ sums }: { readonly sums: Sums }) {
  const { t } = useCompilationWords();
  const { paragraphs, proposals, nameless, positions, agreed } = sums;
  return (
    <p>
      {[
        t('paragraphs', { count: paragraphs }),
        t('proposals', { count: proposals, nameless }),
        t('positions', { count: positions }),
        t('agreed', { count: agreed }),
      ].join(' · ')}
    </p>
  );
}
