import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Prints a line for each law that held, and for each that failed how, and the command that shows it again. Tests that state no law run
 * beside them and are left to `test`.
 */
export class LawReporter implements Reporter {
  laws = 0;
  cases = 0;
  readonly failed: string[] = [];
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  onTestCaseResult(test: TestCase): void {
    const { cases } = test.meta();
    if (cases === undefined) return;
    this.laws += 1;
    this.cases += cases;
    const result = test.result();
    if (result.state === 'failed') {
      this.failed.push(test.fullName);
      const said = result.errors[0]?.message ?? '';
      this.#print(`\nFAILED ${test.fullName}\n${said}\n${again(test.fullName, said)}\n`);
      return;
    }
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1);
    this.#print(`${seconds.padStart(8)} s  ${cases} cases: ${test.fullName}`);
  }

  onTestModuleEnd(module: TestModule): void {
    for (const { message } of module.errors()) {
      this.failed.push(module.moduleId);
      this.#print(`FAILED ${module.moduleId}\n${message}`);
    }
  }
}

/** fast-check names seed and path of what it found in the first lines of its message. */
function again(name: string, message: string): string {
  const [, seed, path] = /\{ seed: (-?\d+), path: "([\d:]+)"/.exec(message) ?? [];
  if (path === undefined) return '';
  return `Again: fuzz laws --seed=${seed} --path ${path} --only ${JSON.stringify(name)}`;
}
