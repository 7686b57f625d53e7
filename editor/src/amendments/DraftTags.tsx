import type { Tags } from '@chapeau/procedure';
import { amendmentKinds } from '../conference/terms.ts';
import type { DraftView } from '@chapeau/protocol';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/Refusal.tsx';
import { useAsk } from '../conference/useAct.ts';
import { useConference, useStore } from '../conference/useConference.ts';

/** The kind, sectors and rationale of a draft; each change is kept by the server at once. */
export function DraftTags({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const sectors = useConference((state) => state.details?.sectors) ?? [];
  const { ask, refusal } = useAsk();
  const [rationale, setRationale] = useState(draft.rationale);
  const change = async (part: { readonly tags?: Tags; readonly rationale?: string }) => {
    const changed = await ask(() => store.api.changeDraft(draft.id, part));
    if (changed !== null) store.keepDraft(changed);
  };
  const { kind } = draft.tags;
  const chosen = new Set(draft.tags.sectors);
  const toggle = (sector: string) => {
    const next = chosen.has(sector) ? [...chosen].filter((one) => one !== sector) : [...chosen, sector];
    void change({ tags: { kind, sectors: next } });
  };
  return (
    <details className="draft-tags">
      <summary>
        {t('draft.tags')}: {t(`amendment.kind.${kind}`)}
        {sectors.filter((sector) => chosen.has(sector.id)).map((sector) => ` · ${sector.name}`)}
      </summary>
      <div className="stack tight draft-tags-body">
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('draft.kindLabel')}</label>
          <select
            id={`${id}-kind`}
            className="select"
            value={kind}
            onChange={(event) => {
              const picked = amendmentKinds.find((one) => one === event.target.value);
              if (picked !== undefined) void change({ tags: { kind: picked, sectors: draft.tags.sectors } });
            }}
          >
            {amendmentKinds.map((one) => (
              <option key={one} value={one}>
                {t(`amendment.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {sectors.length > 0 && (
          <fieldset>
            <legend className="label">{t('draft.sectors')}</legend>
            {sectors.map((sector) => (
              <label key={sector.id} className="check">
                <input type="checkbox" checked={chosen.has(sector.id)} onChange={() => toggle(sector.id)} />
                {sector.name}
              </label>
            ))}
          </fieldset>
        )}
        <div className="field">
          <label htmlFor={`${id}-rationale`}>{t('draft.rationale')}</label>
          <textarea
            id={`${id}-rationale`}
            className="textarea"
            rows={3}
            maxLength={20_000}
            value={rationale}
            onChange={(event) => setRationale(event.target.value)}
            onBlur={() => {
              if (rationale !== draft.rationale) void change({ rationale });
            }}
          />
          <p className="hint">{t('draft.rationaleHint')}</p>
        </div>
        <Refusal failure={refusal} />
      </div>
    </details>
  );
}
