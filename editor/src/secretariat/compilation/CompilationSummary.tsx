import type { IntroduceCompilation } from '@chapeau/procedure';
import type { BracketCounts } from '@chapeau/redline/brackets';
import { useCompilationWords } from './useCompilationWords.ts';

interface Sums {
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
    <section aria-labelledby="compilation-found">
      <h3 id="compilation-found">{t('found')}</h3>
      <ul className="compilation-list">
        <li>{t('brackets', { count: counts.brackets, nesting: counts.nesting })}</li>
        {sums !== null && (
          <>
            <li>{t('paragraphs', { count: sums.paragraphs })}</li>
            <li>{t('proposals', { count: sums.proposals, nameless: sums.nameless })}</li>
            <li>{t('positions', { count: sums.positions })}</li>
            <li>{t('agreed', { count: sums.agreed })}</li>
          </>
        )}
      </ul>
    </section>
  );
}
