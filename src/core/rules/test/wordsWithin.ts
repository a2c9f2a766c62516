// Words that the code uses inside for something of its own, and that a student may well type: in the core for registers
// and parts, in a record of JavaScript, in an exported script, in Python, in PyTorch.

export const wordsWithin: readonly string[] = [
  'point noise power shared hyper given supplied slot step schedule warmup bug open k count began',
  'constructor toString valueOf hasOwnProperty isPrototypeOf length name',
  'self params param closure group state here rate optimizer scalar torch math map dict super float',
  'p function observe decimal write rows rates memory scheduler evaluations disturb normal row_before',
  'lambda class None True is not def in async',
  'initial_lr max_lr betas foreach differentiable defaults momentum param_groups grad_fn',
]
  .join(' ')
  .split(' ')
