import type { Compilation, CompiledOption, CompiledSegment, Proposal } from '../src/index.ts';
import { p } from './notation.ts';

/** Proposals from lines such as `USA, JPN: a voluntary framework`; `delete` stands for deletion of the paragraph. */
export function from(lines: readonly string[]): readonly Proposal[] {
  return lines.map((line, index) => {
    const [names = '', text = ''] = line.split(': ');
    return { id: `v${index + 1}`, names: names.split(', '), wording: text === 'delete' ? null : p(text) };
  });
}

type Choice = Extract<CompiledSegment, { type: 'choice' }>;

/** The disputed places of a compilation, also those inside others. */
export function placesOf(compilation: Compilation): readonly Choice[] {
  return compilation.flatMap((segment) =>
    segment.type === 'text' ? [] : [segment, ...placesOf(segment.base?.within ?? [])],
  );
}

/** What may stand at any of them. */
export function optionsOf(compilation: Compilation): readonly CompiledOption[] {
  return placesOf(compilation).flatMap(({ options }) => options);
}
