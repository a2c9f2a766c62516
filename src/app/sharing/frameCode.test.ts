import { expect, test } from 'vitest'
import { framingIn } from '../framing.ts'
import { frameAddress, frameCode } from './frameCode.ts'

const link = '#/curve?f=x%5E2&start=2&run=sgd(lr=0.1)'

test('the address of a frame is read as what it was made of, whatever query the page had', () => {
  const address = frameAddress('https://a.b/deep/index.html?embed=rule#/graph', link, [
    'plot',
    'time',
  ])
  expect(address).toBe(`https://a.b/deep/index.html?embed=plot,time${link}`)
  const read = framingIn(new URL(address).search)
  expect([...(read?.shown ?? [])]).toEqual(['plot', 'time'])
  expect(read?.unknown).toEqual([])
})

test('what means something in HTML means itself in a frame', () => {
  const code = frameCode('https://a.b/?embed=plot#/curve?f=x&at=1', 'x < "1" & x > 0', {
    width: 320,
    height: 240,
  })
  expect(code).toContain('src="https://a.b/?embed=plot#/curve?f=x&amp;at=1"')
  expect(code).toContain('title="x &lt; &quot;1&quot; &amp; x &gt; 0"')
  expect(code).toContain('width="320" height="240" loading="lazy"')
})
