import type { CompiledParagraph, EnteredPosition, EnteredProposal, IntroduceCompilation } from '@chapeau/procedure';
import { bracketedText, compile } from '@chapeau/redline';
import { useMemo, useState } from 'react';
import { Runs } from '../../text/Runs.tsx';
import { useCompilationWords } from './useCompilationWords.ts';

/** So many paragraphs are compiled at once. */
const step = 20;

/** The first paragraphs of a compilation as they will stand on the table, with names and positions. */
export function CompilationPreview({ act }: { readonly act: IntroduceCompilation }) {
  const { t } = useCompilationWords();
  const [shown, setShown] = useState(step);
  const { paragraphs, atHead } = act;
  return (
    <section className="stack" aria-labelledby="compilation-preview">
      <h3 id="compilation-preview">{t('preview.title')}</h3>
      <p className="small muted">
        {t('preview.explain', { shown: Math.min(shown, paragraphs.length), count: paragraphs.length })}
      </p>
      <ol className="rows">
        {atHead.map((one, index) => (
          <Insertion key={index} proposal={one} />
        ))}
        {paragraphs.slice(0, shown).map((paragraph, index) => (
          <Row key={index} paragraph={paragraph} />
        ))}
      </ol>
      {shown < paragraphs.length && (
        <div className="buttons">
          <button type="button" className="button small" onClick={() => setShown(shown + step)}>
            {t('preview.more', { count: Math.min(step, paragraphs.length - shown) })}
          </button>
        </div>
      )}
    </section>
  );
}

function Row({ paragraph }: { readonly paragraph: CompiledParagraph }) {
  const { t } = useCompilationWords();
  const { label, runs, status, proposals, positions } = paragraph;
  const words = useMemo(() => bracketedText(compile({ runs }, proposals.flatMap(proposed))), [runs, proposals]);
  return (
    <>
      <li className="compilation-row serif">
        {label !== '' && <strong>{label} </strong>}
        {words}
        {status !== 'open' && <span className="chip tone-agreed">{t(`preview.${status}`)}</span>}
        <Said
          positions={[...positions, ...proposals.flatMap((one) => (one.type === 'insertion' ? [] : one.positions))]}
        />
      </li>
      {proposals.map((one, index) => (one.type === 'insertion' ? <Insertion key={index} proposal={one} /> : null))}
    </>
  );
}

function proposed(proposal: EnteredProposal, index: number) {
  if (proposal.type === 'insertion') return [];
  const wording = proposal.type === 'deletion' ? null : proposal.wording;
  return [{ id: String(index).padStart(4, '0'), names: namesOf(proposal), wording }];
}

function namesOf({ sponsors }: Pick<EnteredProposal, 'sponsors'>): readonly string[] {
  return sponsors.map((sponsor) => sponsor.toUpperCase());
}

function Insertion({ proposal }: { readonly proposal: Extract<EnteredProposal, { type: 'insertion' }> }) {
  const { t } = useCompilationWords();
  const names = namesOf(proposal).join(', ');
  return (
    <li className="compilation-row serif">
      <span className="small muted">{t('preview.proposed')} </span>
      <span className="bracketed proposed">
        [
        {proposal.paragraphs.map(({ runs }, index) => (
          <span key={index} className="proposed-words">
            <Runs runs={runs} />
          </span>
        ))}
        {names !== '' && <span className="by"> – {names}</span>}]
      </span>
      <Said positions={proposal.positions} />
    </li>
  );
}

function Said({ positions }: { readonly positions: readonly EnteredPosition[] }) {
  const { t } = useCompilationWords();
  if (positions.length === 0) return null;
  const words = [...Map.groupBy(positions, ({ position }) => position)].map(
    ([position, held]) =>
      `${held.map(({ delegation }) => delegation.toUpperCase()).join(', ')}: ${t(`preview.positions.${position}`)}`,
  );
  return <span className="small muted"> ({words.join('; ')})</span>;
}
