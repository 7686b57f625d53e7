import type { ReactNode, RefObject } from 'react';
import { useWords } from './useWords.ts';

interface Props {
  /** Headings; a last column without one holds what can be done with a row. */
  readonly columns: readonly string[];
  /** Takes the focus when a row has left. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** A list of the desk, on a narrow screen each row a card. */
export function DeskTable({ columns, list, children }: Props) {
  const { t } = useWords();
  return (
    <div className="desk-scroll" ref={list} tabIndex={-1}>
      <table className="desk-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('table.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
