import { type ProposedHere, proposedByParagraph } from '@chapeau/formats/compilation';
import type { CompiledParagraph, EnteredPosition, EnteredProposal, IntroduceCompilation } from '@chapeau/procedure';
import type { Wording } from '@chapeau/text';
import { compile, type Proposal } from '@chapeau/redline';
import { useMemo, useState } from 'react';
import { By } from '../../text/By.tsx';
import { Compiled } from '../../text/Compiled.tsx';
import { Runs } from '../../text/Runs.tsx';
import { useCompilationWords } from './useCompilationWords.ts';

/** So many paragraphs are compiled at once. */
const step = 20;
const nothing: ProposedHere = { words: [], behind: [] };
const telling = { names: true, positions: true } as const;

/** The first paragraphs of a compilation as they will stand on the table, with names and positions. */
export function CompilationPreview({ act }: { readonly act: IntroduceCompilation }) {
  const { t } = useCompilationWords();
  const [shown, setShown] = useState(step);
  const { paragraphs, atHead } = act;
  const proposed = useMemo(() => proposedByParagraph(paragraphs), [paragraphs]);
  return (
    <section className="stack" aria-labelledby="compilation-preview">
      <h3 id="compilation-preview">{t('preview.title')}</h3>
      <p className="small muted">
        {t('preview.explain', { shown: Math.min(shown, paragraphs.length), count: paragraphs.length })}
      </p>
      <ol className="rows">
        {atHead.map((one, index) => (
          <Insertion key={index} proposal={one} paragraphs={one.paragraphs} />
        ))}
        {paragraphs.slice(0, shown).map((paragraph, index) => (
          <Row key={index} paragraph={paragraph} proposed={proposed[index] ?? nothing} />
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

function Row({ paragraph, proposed }: { readonly paragraph: CompiledParagraph; readonly proposed: ProposedHere }) {
  const { t } = useCompilationWords();
  const { label, runs, status, positions } = paragraph;
  const { words, behind } = proposed;
  const compilation = useMemo(() => compile({ runs }, words.map(compiled)), [runs, words]);
  return (
    <>
      <li className="compilation-row serif">
        {label !== '' && <strong>{label} </strong>}
        <Compiled compilation={compilation} telling={telling} />
        {status !== 'open' && <span className="chip tone-agreed">{t(`preview.${status}`)}</span>}
        <By names={[]} positions={heldOn(positions)} telling={telling} />
      </li>
      {behind.map((one, index) => (
        <Insertion key={index} {...one} />
      ))}
    </>
  );
}

/** The id keeps the order of the proposals. */
function compiled({ proposal, wording }: ProposedHere['words'][number], index: number): Proposal {
  const id = String(index).padStart(4, '0');
  return { id, names: namesOf(proposal), wording, positions: heldOn(proposal.positions) };
}

function namesOf({ sponsors }: Pick<EnteredProposal, 'sponsors'>): readonly string[] {
  return sponsors.map((sponsor) => sponsor.toUpperCase());
}

interface InsertionProps {
  readonly proposal: EnteredProposal;
  readonly paragraphs: readonly Wording[];
}

function Insertion({ proposal, paragraphs }: InsertionProps) {
  const { t } = useCompilationWords();
  return (
    <li className="compilation-row serif">
      <span className="small muted">{t('preview.proposed')} </span>
      <span className="bracketed proposed">
        [
        {paragraphs.map(({ runs }, index) => (
          <span key={index} className="proposed-words">
            <Runs runs={runs} />
          </span>
        ))}
        <By names={namesOf(proposal)} positions={heldOn(proposal.positions)} telling={telling} />]
      </span>
    </li>
  );
}

function heldOn(positions: readonly EnteredPosition[]): NonNullable<Proposal['positions']> {
  return positions.map(({ delegation, position }) => ({ name: delegation.toUpperCase(), position }));
}
