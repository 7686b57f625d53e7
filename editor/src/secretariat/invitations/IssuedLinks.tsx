import { writeCsv } from '@chapeau/formats';
import type { Role } from '@chapeau/procedure';
import { useLayoutEffect, useRef } from 'react';
import { useDelegationName } from '../../conference/useConference.ts';
import { CopyButton } from '../../app/CopyButton.tsx';
import { saveFile } from '../saveFile.ts';
import { useTime } from '../useTime.ts';
import { useWords } from '../useWords.ts';
import { type IssuedLink, linkLetter, linkRows } from './issuedLink.ts';

/** The links just made, to be sent to those whom they are for. They are not told again. */
export function IssuedLinks({ links }: { readonly links: readonly IssuedLink[] }) {
  const { t } = useWords();
  const time = useTime();
  const name = useDelegationName();
  const all = useRef<HTMLTextAreaElement>(null);
  const region = useRef<HTMLElement>(null);
  const newest = links[0]?.link;
  useLayoutEffect(() => {
    if (newest !== undefined) region.current?.focus();
  }, [newest]);
  if (links.length === 0) return null;
  const whom = { role: (role: Role) => t(`translation:role.${role}`), delegation: name };
  const rows = linkRows(links, { ...whom, expires: (at) => t('links.validUntil', { date: time(at) }) });
  const header = ['code', 'delegation', 'role', 'note', 'link', 'expires'] as const;
  const csv = writeCsv(
    header.map((column) => t(`links.column.${column}`)),
    linkRows(links, { ...whom, expires: (at) => at }),
  );
  const letter = linkLetter(rows);
  return (
    <section className="issued stack tight" ref={region} tabIndex={-1} aria-labelledby="issued-title">
      <h3 id="issued-title">{t('links.title', { count: links.length })}</h3>
      <p className="small">{t('links.once', { count: links.length })}</p>
      <ul className="issued-list">
        {rows.map(([code = '', delegation, role, note, link = '', expires]) => (
          <LinkLine
            key={link}
            code={code}
            whom={[delegation, role, note].filter((part) => part !== '').join(', ')}
            expires={expires ?? ''}
            link={link}
          />
        ))}
      </ul>
      {links.length > 1 && (
        <div className="stack tight">
          <div className="field">
            <label htmlFor="issued-all">{t('links.all')}</label>
            <textarea
              id="issued-all"
              ref={all}
              className="textarea mono small"
              readOnly
              rows={6}
              value={letter}
              onFocus={(event) => event.target.select()}
            />
          </div>
          <div className="buttons">
            <CopyButton words={() => letter} label={t('links.copyText')} field={all} />
            <CopyCsv csv={csv} />
          </div>
        </div>
      )}
    </section>
  );
}

function LinkLine(props: {
  readonly code: string;
  readonly whom: string;
  readonly expires: string;
  readonly link: string;
}) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <li className="issued-link">
      <p>
        {props.whom}
        <span className="cell-note">{props.expires}</span>
      </p>
      <div className="issued-copy">
        <input
          ref={field}
          className="input mono small"
          readOnly
          aria-label={t('links.linkOf', { whom: props.whom })}
          value={props.link}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton words={() => props.link} label={t('translation:common.copy')} field={field} />
      </div>
    </li>
  );
}

function CopyCsv({ csv }: { readonly csv: string }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <textarea ref={field} className="visually-hidden" tabIndex={-1} aria-hidden="true" readOnly value={csv} />
      <CopyButton words={() => csv} label={t('links.copyCsv')} field={field} />
      <button
        type="button"
        className="button small"
        // Excel takes a file for UTF-8 only where a byte-order mark says so.
        onClick={() => saveFile(t('links.fileName'), new Blob(['\ufeff', csv], { type: 'text/csv' }))}
      >
        {t('links.saveCsv')}
      </button>
    </>
  );
}
