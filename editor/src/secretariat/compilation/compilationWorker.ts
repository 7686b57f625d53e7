import '../../app/schemasWithoutEval.ts';
import { type CompilationAsk, compilationWork } from './compilationWork.ts';

// A long text takes longer to read than a page may stand still.
const work = compilationWork();
addEventListener('message', ({ data }: MessageEvent<CompilationAsk>) => postMessage(work(data)));
