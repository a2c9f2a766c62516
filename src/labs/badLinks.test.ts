// Links that can be read in part: what is wrong is said in words, and the rest counts.
import { expect, test } from 'vitest'
import { parts } from '../core/experiment/parts.ts'
import { decodeLink } from '../state/links/decodeLink.ts'
import { encodeLink } from '../state/links/encodeLink.ts'
import { curve } from './curve/curve.ts'
import { surface } from './surface/surface.ts'

const kinds = { curve, surface }

test.each([
  ['f=x^2&colour=red&start=3&run=sgd(lr=0.1)', '`colour` in the link is not known', 'start=3'],
  ['f=x^2&start=NaN&run=sgd(lr=0.1)', 'start=NaN', 'lr=0.1'],
  ['f=x^2&start=3&run=sgd(lr=fast)', 'Learning rate must be a number', 'run=sgd'],
  ['f=x^2&start=3&run=sgd(lr=-1)', 'Learning rate must not be below 0', 'run=sgd'],
  ['f=x^2&start=3&run=magic(lr=1)', 'no optimizer', 'start=3'],
  ['f=log(x)&start=-1&run=sgd(lr=0.1)', 'ln of −1', 'f=log(x)'],
  ['f=x*y&run=sgd(lr=0.1)', 'A curve has one variable, but f has 2: x, y', 'tanhsin'],
  ['f=1/0&run=sgd(lr=0.1)', 'it is always 1 divided by 0', 'tanhsin'],
  ['f=x^2&steps=1e9&run=sgd(lr=0.1)', 'At most 1,000,000 steps', 'lr=0.1'],
  ['f=x^2&steps=5&at=100', 'There is no step 100 in 5 steps', 'at=5'],
  ['f=x^2&run=sgd(lr=0.1)', 'A surface has two variables', 'ravine', 'surface'],
  ['f=x^2&start=2&run=sgd(lr=0.1)@cosine', 'needs a value for "T_max"', 'lr=0.1'],
  ['f=x^2&start=2&run=sgd(lr=0.1,bugs=typo)&run=adam', 'no bug', 'run=adam'],
  ['f=x^2&start=2&run=custom(lr=0.1)&rule=y=x', 'never moves x', 'run=custom'],
  ['f=x^2&run=sgd(__proto__=1)', 'SGD has no "__proto__"', 'run=sgd'],
  ['f=x^2&run=SGD', 'did you mean "sgd"?', 'f=x^2'],
  ['f=x^2&f=x^3&start=3', '`f=x^2` in the link was ignored: it says `f` again', 'f=x^3'],
  ['f=x^2&start=1&start=x:2', '`start=1` in the link was ignored', 'start=2'],
  ['f=x^2&view=0:1e-320', 'so wide or narrow a window', 'f=x^2'],
  ['=', '`=` in the link has no name', 'tanhsin'],
] as const)('%s', (link, words, rest, lab: keyof typeof kinds = 'curve') => {
  const { experiment, complaints } = decodeLink(parts, `#/${lab}?${link}`)
  const { lab: _, ...said } = experiment
  const mended = kinds[lab].mend(said)
  expect([...complaints, ...mended.complaints]).toEqual([expect.stringContaining(words)])
  expect(encodeLink(parts, mended.experiment)).toContain(rest)
})
