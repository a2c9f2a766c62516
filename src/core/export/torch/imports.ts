// What a script imports: only what its text calls.

/** What each thing is imported for. */
const modules: readonly (readonly [asked: RegExp, line: string])[] = [
  [/\binspect\./, 'import inspect'],
  [/\bjson\./, 'import json'],
  [/^/, 'import math'],
  [/\bos\./, 'import os'],
  [/\bDecimal\(/, 'from decimal import Decimal'],
]
const torchs: readonly (readonly [asked: RegExp, line: string])[] = [
  [/(?<!torch\.)\bnn\./, 'from torch import nn'],
  [/(?<!\.)\blbfgs\./, 'from torch.optim import lbfgs'],
]

/** The lines for a text, and doubles for all its numbers. */
export function importsOf(text: string): string {
  const wanted = (lines: typeof modules) =>
    lines.flatMap(([asked, line]) => (asked.test(text) ? [line] : []))
  return `${wanted(modules).join('\n')}

${['import torch', ...wanted(torchs)].join('\n')}

torch.set_default_dtype(torch.float64)`
}

/** What optimizers and schedules of our own make tensors with. */
export const scalar = `def scalar(value):
    return torch.tensor(float(value))`

export const callsScalar = (text: string): boolean => /\bscalar\b/.test(text)
