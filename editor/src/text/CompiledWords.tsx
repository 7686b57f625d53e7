import type { Run } from '@chapeau/text';
import { Compiled } from './Compiled.tsx';
import { compiledParagraph } from './compiledParagraph.ts';
import { type Shown, shownTouches } from './shown.ts';
import type { Touch } from './touches.ts';

interface Props {
  readonly runs: readonly Run[];
  readonly touches: readonly Touch[];
  readonly shown: Shown;
  readonly opening: number;
}

/** The words of a paragraph with what is proposed for them in brackets, as far as the reader wants to see it. */
export function CompiledWords({ runs, touches, shown, opening }: Props) {
  const { inline } = compiledParagraph(runs, shownTouches(touches, shown));
  return <Compiled compilation={inline} telling={shown} opening={opening} />;
}
