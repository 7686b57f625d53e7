import { useTranslation } from 'react-i18next';
import { StageActs } from '../chair/StageActs.tsx';
import { useDocument, useSeat } from '../conference/useConference.ts';
import type { ConferenceRoute } from './router.ts';
import { ProgressBar } from './ProgressBar.tsx';

const stages = ['drafting', 'negotiation', 'adoption', 'adopted'] as const;

/** Where the document is on its way from zero draft to adopted text, and what one may do now. */
export function StageBanner({ route }: { readonly route: ConferenceRoute }) {
  const { t } = useTranslation();
  const { role } = useSeat();
  const title = useDocument((document) => document.title);
  const stage = useDocument((document) => document.stage);
  const revision = useDocument((document) => document.revision);
  const at = stages.findIndex((one) => one === stage);
  return (
    <section className="stage" aria-label={t('stage.label')}>
      <div className="stage-line">
        <h1 className="stage-title">
          {title}
          {revision !== null && <span className="stage-revision"> Rev.{revision}</span>}
        </h1>
        <ol className="stage-steps">
          {stages.map((one, index) => (
            <li
              key={one}
              className={index < at ? 'done' : index === at ? 'now' : 'ahead'}
              aria-current={index === at ? 'step' : undefined}
            >
              {t(`stage.${one}`)}
            </li>
          ))}
        </ol>
        {(stage === 'negotiation' || stage === 'adoption') && <ProgressBar />}
      </div>
      {role === 'chair' && route.view !== 'secretariat' && <StageActs />}
    </section>
  );
}
