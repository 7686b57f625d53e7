import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts `text()` on the clipboard and says so. Where the browser forbids that, the words beside it can be selected by hand. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<'no' | 'copied' | 'failed'>('no');
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setDone('copied'),
      () => setDone('failed'),
    );
  };
  return (
    <>
      <button type="button" className="button small" onClick={copy}>
        {t('rooms.copyWords')}
      </button>
      <output className="small">
        {done === 'copied' && t('rooms.copied')}
        {done === 'failed' && t('rooms.copyByHand')}
      </output>
    </>
  );
}
