import type { DraftFormat } from '@chapeau/formats/readDraft';
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../useWords.ts';
import { decodeFile, type FileProblem, largestFile } from './decodeFile.ts';
import type { DraftWork } from './keptDraft.ts';

interface Props {
  readonly work: DraftWork;
  /** What is asked for, where it is no zero draft. */
  readonly words?: {
    readonly explain: string;
    readonly paste: string;
    readonly read: string;
    /** What to do with a Word document of this name. */
    readonly word: (name: string) => string;
  };
  readonly onChange: (work: DraftWork) => void;
  readonly onRead: (source: string, format: DraftFormat, fileName: string | null) => Promise<void>;
}

/** From so many UTF-16 units on, a browser's own pasting into a field takes seconds, in which the page stands still. */
const longPaste = 20_000;

interface Problem {
  readonly problem: FileProblem | 'several' | 'unreadable';
  readonly name: string;
  readonly guess: string | null;
}

/** Where the text of a draft comes from: pasted, chosen as a file, or dropped. Files are read at once. */
export function DraftSource({ work, words, onChange, onRead }: Props) {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isOver, setOver] = useState(false);
  const [isReading, setReading] = useState(false);
  const guessed = useGuessedFormat(work);
  const picker = useRef<HTMLInputElement>(null);
  const format = work.format ?? guessed;

  const read = async (source: string, of: DraftFormat, fileName: string | null) => {
    setReading(true);
    await onRead(source, of, fileName);
    setReading(false);
  };
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) return setProblem({ problem: 'several', name: '', guess: null });
    if (file.size > largestFile) return setProblem({ problem: 'too-large', name: file.name, guess: null });
    const bytes = await file.bytes().catch(() => null);
    if (bytes === null) return setProblem({ problem: 'unreadable', name: file.name, guess: null });
    const decoded = decodeFile(bytes);
    if (decoded.type === 'problem') return setProblem({ ...decoded, name: file.name });
    await takeText(decoded.text, file.name);
  };
  const takeText = async (text: string, fileName: string) => {
    setProblem(null);
    const { guessFormat } = await import('@chapeau/formats/readDraft');
    await read(text, guessFormat(text, fileName), fileName);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length < longPaste) return;
    event.preventDefault();
    setProblem(null);
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const source = value.slice(0, selectionStart) + pasted.replace(/\r\n?/g, '\n') + value.slice(selectionEnd);
    onChange({ ...work, source });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <div
      className={isOver ? 'source is-over' : 'source'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <div className="stack tight">
        <p>{words?.explain ?? t('source.explain')}</p>
        <div className="source-file">
          <button type="button" className="button" onClick={() => picker.current?.click()}>
            {t('source.choose')}
          </button>
          <span className="small muted">{t('source.drop')}</span>
          <input
            ref={picker}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('source.choose')}
            accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              void take(files);
            }}
          />
        </div>
        <div role="alert">
          {problem !== null && (
            <div className="notice alarm small stack tight">
              <p>
                {problem.problem === 'word' && words !== undefined
                  ? words.word(problem.name)
                  : t(`source.problem.${problem.problem}`, { name: problem.name, size: largestFile / 1024 / 1024 })}
              </p>
              {problem.guess !== null && (
                <div className="buttons">
                  <button
                    type="button"
                    className="button small"
                    onClick={() => void takeText(problem.guess ?? '', problem.name)}
                  >
                    {t('source.readAsWindows')}
                  </button>
                </div>
              )}
            </div>
          )}
        </div>
        <div className="field">
          <label htmlFor="draft-source">{words?.paste ?? t('source.paste')}</label>
          <textarea
            id="draft-source"
            className="textarea source-text"
            rows={16}
            spellCheck={false}
            value={work.source}
            onPaste={onPaste}
            onChange={(event) => {
              setProblem(null);
              onChange({ ...work, source: event.target.value, ...(event.target.value === '' ? { format: null } : {}) });
            }}
          />
        </div>
        <fieldset className="buttons" disabled={work.source.trim() === ''}>
          <legend className="visually-hidden">{t('source.format')}</legend>
          {(['plain', 'markdown'] as const).map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name="draft-format"
                checked={format === one}
                onChange={() => onChange({ ...work, format: one })}
              />
              {t(`source.${one}`)}
            </label>
          ))}
          {work.format === null && guessed !== null && <span className="small muted">{t('source.guessed')}</span>}
        </fieldset>
        <div className="buttons">
          <button
            type="button"
            className="button primary"
            disabled={format === null || isReading}
            onClick={() => format !== null && void read(work.source, format, work.fileName)}
          >
            {isReading ? t('source.reading') : (words?.read ?? t('source.read'))}
          </button>
        </div>
      </div>
    </div>
  );
}

/** What a text looks like; null where there is none. An earlier text's format stands until the new one's is known. */
function useGuessedFormat({ source, fileName }: DraftWork): DraftFormat | null {
  const [guessed, setGuessed] = useState<DraftFormat | null>(null);
  const isEmpty = source.trim() === '';
  useEffect(() => {
    if (isEmpty) return;
    let gone = false;
    void import('@chapeau/formats/readDraft').then(({ guessFormat }) => {
      if (!gone) setGuessed(guessFormat(source, fileName ?? undefined));
    });
    return () => {
      gone = true;
    };
  }, [isEmpty, source, fileName]);
  return isEmpty ? null : guessed;
}
