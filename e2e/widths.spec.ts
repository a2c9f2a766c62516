// At no width does one control lie over another.
import { misplaced } from './overlaps.ts'
import { expect, open, overflow, test } from './test.ts'

const bowl = '#/surface?f=bowl&params=kappa:100,angle:30&noise=0.5'
const race =
  '#/surface?f=bowl&start=-4,2.5&steps=20&noise=0.5&run=sgd(lr=0.02)@cosine(T_max=20)&run=custom(beta=0.9,lr=0.01)&rule=m=beta*m+g;x=x-lr*m'
const relief = '#/surface?f=ravine&view=-3:3,-3:3&show=3d'
const can =
  '#/curve?f=soda&start=1.5&steps=20&noise=0.01&run=sgd(lr=5)@cosine(T_max=20)&run=adam(lr=1)'
const written =
  '#/curve?f=where(x<1,x^2,2*x)/(1+sqrt(x^2+1)/x^2)%2Bsin(3*x)*exp(-x^2/10)%2Bcos(5*x)*exp(-x^2/70)%2Bsqrt(x^2%2B10)*tanh(3*x)-log(x^2%2B12)%2Bsin(13*x)/(1%2Bx^4)&start=2&steps=100000&run=adam(lr=0.001)'
const network =
  '#/network?data=moons(n=100,noise=0.2)&layers=6:4&activation=tanh&batch=20&epochs=6&at=8&run=adam(lr=0.02)&run=sgd(lr=0.1,momentum=0.9)'

for (const [width, link] of [
  [768, race],
  [768, relief],
  [900, can],
  [1024, bowl],
  [1024, race],
  [1024, written],
  [1150, can],
  [1280, race],
  [768, network],
  [1024, network],
  [1280, network],
  [1280, relief],
] as const) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 860 }, reducedMotion: 'reduce' })

    test(`nothing lies over anything else, nor is cut, in ${link}`, async ({ page }) => {
      await open(page, link)
      await expect(page.getByRole('region', { name: 'Loss' })).toBeVisible()
      if (link === relief)
        await expect(page.getByRole('img', { name: /three dimensions/ })).toBeVisible()
      await expect.poll(() => misplaced(page)).toEqual([])
      expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    })
  })
}
