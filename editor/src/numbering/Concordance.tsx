import './numbering.css';
import type { DocumentState, Event } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { excerpt } from '../amendments/excerpt.ts';
import { paragraphName } from '../conference/paragraphName.ts';
import { numberInContext, wordsBefore } from './numbersInContext.ts';

type Renumbered = Extract<Event, { type: 'text-renumbered' }>;

/** What renumbering does, foreseen or done. */
export interface RenumberingShown extends Pick<Renumbered, 'concordance' | 'left'> {
  readonly rewordings: readonly Pick<Renumbered['rewordings'][number], 'paragraph' | 'changes'>[];
  readonly misled?: Renumbered['misled'];
}

interface Props {
  readonly document: DocumentState;
  readonly renumbering: RenumberingShown;
  /** The entry by which it was done; null while it is only foreseen. */
  readonly entry: number | null;
}

/** Old and new numbers side by side, the cross-references that follow, and the numbers that are left to a person. */
export function Concordance({ document, renumbering, entry }: Props) {
  const { t } = useTranslation();
  const { concordance, rewordings, left, misled = [] } = renumbering;
  const changed = concordance.filter(({ from, to }) => from !== to);
  const kept = concordance.length - changed.length;
  const follow = rewordings.flatMap(({ paragraph, changes }) => changes.map((change) => ({ paragraph, ...change })));
  const line = (paragraph: ParagraphId, from: number, to: number, is: string | null, note: string | null) => (
    <NumberLine key={`${paragraph}/${from}`} document={document} {...{ paragraph, from, to, is, note, entry }} />
  );
  return (
    <>
      <p className="small">
        {t('numbering.sum', { changed: changed.length, follow: follow.length, left: left.length })}
      </p>
      {/* A frame that scrolls can be reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="concordance stack" tabIndex={0} role="group" aria-label={t('numbering.title')}>
        {changed.length === 0 ? (
          <p>{t('numbering.noneChanged')}</p>
        ) : (
          <>
            <Lines document={document} lines={changed} isDone={entry !== null} />
            {kept > 0 && <p className="hint">{t('numbering.kept', { count: kept })}</p>}
          </>
        )}
        {follow.length === 0 ? (
          <p className="hint">{t('numbering.noReferences')}</p>
        ) : (
          <Part title={t('numbering.references', { count: follow.length })}>
            {follow.map(({ paragraph, from, to, is }) => line(paragraph, from, to, is, null))}
          </Part>
        )}
        {left.length > 0 && (
          <Part title={t('numbering.left', { count: left.length })}>
            {left.map(({ paragraph, from, to, because }) =>
              line(paragraph, from, to, null, t(`numbering.because.${because}`)),
            )}
          </Part>
        )}
        {misled.length > 0 && (
          <Part title={t('numbering.misled', { count: misled.length })} hint={t('numbering.misledExplain')}>
            {misled.map(({ amendment, proposed, from, named }) => (
              <li key={`${amendment}/${proposed}/${from}`}>
                {t('numbering.misledLine', {
                  number: document.amendments.get(amendment)?.number ?? 0,
                  label: paragraphName(document, named, t),
                })}
              </li>
            ))}
          </Part>
        )}
      </div>
    </>
  );
}

interface LinesProps {
  readonly document: DocumentState;
  readonly lines: Renumbered['concordance'];
  readonly isDone: boolean;
}

function Lines({ document, lines, isDone }: LinesProps) {
  const { t } = useTranslation();
  const label = (text: string) => (text === '' ? <i>{t('numbering.none')}</i> : text);
  return (
    <table className="concordance-table">
      <thead>
        <tr>
          <th scope="col">{t('numbering.was')}</th>
          <th scope="col">{t(isDone ? 'numbering.is' : 'numbering.willBe')}</th>
          <th scope="col">{t('numbering.paragraph')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ paragraph, from, to }) => (
          <tr key={paragraph}>
            <td>{label(from)}</td>
            <td className="number-is">{label(to)}</td>
            <td className="serif">{excerpt(document.paragraphs.get(paragraph))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Part({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <ul className="number-lines">{children}</ul>
    </section>
  );
}

interface NumberProps {
  readonly document: DocumentState;
  readonly paragraph: ParagraphId;
  readonly from: number;
  readonly to: number;
  /** The number that takes its place; null where it stays. */
  readonly is: string | null;
  readonly note: string | null;
  readonly entry: number | null;
}

function NumberLine({ document, paragraph, from, to, is, note, entry }: NumberProps) {
  const { t } = useTranslation();
  const found = document.paragraphs.get(paragraph);
  if (found === undefined) return null;
  const { before, number, after } = numberInContext(wordsBefore(found, entry), from, to);
  return (
    <li>
      <span className="number-where">{paragraphName(document, paragraph, t)}</span>{' '}
      <span className="serif">
        {before}
        {is === null ? (
          <mark className="number-left">{number}</mark>
        ) : (
          <>
            <del className="number-was">
              <span className="visually-hidden"> {t('text.deleted')} </span>
              {number}
            </del>{' '}
            <ins className="number-is">
              <span className="visually-hidden"> {t('text.inserted')} </span>
              {is}
            </ins>
          </>
        )}
        {after}
      </span>
      {note !== null && <span className="hint number-note">{note}</span>}
    </li>
  );
}
