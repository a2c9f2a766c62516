import { expect, test } from 'vitest'
import { networkParts } from '../../core/experiment/networkParts.ts'
import { functionById } from '../../core/functions/index.ts'
import { dataKinds } from '../../core/networks/data/index.ts'
import { encodeLink } from '../../state/links/encodeLink.ts'
import { nameOf, sceneOf } from './talk.ts'

const titles: Readonly<Record<string, string>> = {
  curve: 'Curve',
  graph: 'Graph',
  network: 'Network',
}
const named = (link: string, name = '') =>
  nameOf(sceneOf(link, { name }), (it) => titles[/^#\/(\w+)/.exec(it)?.[1] ?? ''])

test.each([
  ['#/curve?f=tanhsin&start=8', `Curve: ${functionById('tanhsin')?.name}`],
  ['#/curve?f=x^2%2B1&start=8', 'Curve: x^2+1'],
  ['#/graph?start=x:3&f=2*(x*y%2Bmax(z,w))', 'Graph: 2*(x*y+max(z,w))'],
  ['#/network?data=xor(n=40)&layers=3:2', 'Network: Exclusive or, layers of 3, 2'],
  ['#/network?data=and&layers=none', 'Network: And'],
  ['#/network?data=points&points=0:1;2:3&layers=4', 'Network: Points of your own, layers of 4'],
  ['#/network?data=nothing', 'Network: nothing, layers of 16, 16'],
  ['#/curve?start=8', 'Curve'],
  ['#/nowhere?f=x', 'A link that names no lab: x'],
])('a scene that nobody has named is called by what it shows: %s', (link, name) =>
  expect(named(link)).toBe(name),
)

test('a name that someone has given is what it is called', () =>
  expect(named('#/curve?f=tanhsin', 'Why Adam?')).toBe('Why Adam?'))

test.each(dataKinds)('data of each kind are called by their name: $name', ({ id: kind, name }) => {
  const link = encodeLink(networkParts, { lab: 'network', data: { kind }, layers: [2] })
  expect(named(link)).toBe(`Network: ${name}, layers of 2`)
})
