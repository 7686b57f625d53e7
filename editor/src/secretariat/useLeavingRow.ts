import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** The row of a list about which a person is asked before it leaves. `hasLeft` closes the question and takes the focus to the list. */
export function useLeavingRow<Row>() {
  const [leaving, setLeaving] = useState<Row | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasLeft = () => {
    flushSync(() => setLeaving(null));
    // The button that was pressed goes with the row.
    list.current?.focus();
  };
  return { leaving, setLeaving, list, hasLeft };
}
