import { bug } from './bug.ts'

export const staleClosure = bug({
  id: 'stale-closure',
  name: 'Stale closure',
  lesson:
    'The closure computes the loss but never calls backward(): within a step L-BFGS sees one gradient everywhere, so it learns nothing of the curvature. Where it ends is chance: after some fifteen steps a start moved by 10⁻¹⁰ is somewhere else entirely.',
  inClosure: 'stale',
})
