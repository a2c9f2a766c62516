import { bug } from './bug.ts'

export const staleClosure = bug({
  id: 'stale-closure',
  name: 'Stale closure',
  wrong: 'the closure never calls backward()',
  harm: 'each step uses a stale gradient',
  lesson:
    'The closure computes the loss but never calls backward(): within a step L-BFGS sees one gradient everywhere, so it learns nothing of the curvature. Where it ends is chance: after some fifteen steps a start moved by 10⁻¹⁰ is somewhere else entirely.',
  // A closure is there to be asked more than once.
  served: { hyper: { line_search_fn: 'strong_wolfe' }, words: 'a strong_wolfe line search' },
  inClosure: 'stale',
})
