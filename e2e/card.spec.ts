// Sketches of maps by the graphics card: a browser that computes WebGPU in software is asked for them, beside WebAssembly.
import { build } from 'vite'
import { mapCsv, sweep } from '../src/core/index.ts'
import { type Operation, operations } from '../src/core/language/operations.ts'
import type { MapExperiment } from '../src/core/maps/mapExperiment.ts'
import { mapParts } from '../src/core/maps/mapParts.ts'
import { uniform } from '../src/core/random.ts'
import { decodeLink } from '../src/state/links/decodeLink.ts'
import type { Answer, Asked } from './card/worker.ts'
import { expectNoWorkerLeft, hurryThrough } from './hurry.ts'
import { test as base, expect, exported, open } from './test.ts'
import { browserArguments, findBrowser } from './tools/browser.mjs'

const executablePath = findBrowser()
const launchOptions = {
  args: [...browserArguments, '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  ...(executablePath && { executablePath }),
}

type Of<Kind> = Extract<Answer, Kind>
type Ask = <A extends Asked>(
  asked: A,
) => Promise<A extends { experiment: unknown } ? Of<{ by: string[] }> : Of<{ results: number[] }>>

const test = base.extend<{ ask: Ask }, { built: string }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its first parameter
    async ({}, use, { workerIndex }) => {
      const outDir = `test-results/card-${workerIndex}`
      await build({
        configFile: false,
        logLevel: 'error',
        build: {
          ...{ outDir, emptyOutDir: true, target: 'es2023', copyPublicDir: false },
          rolldownOptions: {
            input: 'e2e/card/worker.ts',
            output: { entryFileNames: 'worker.js' },
          },
        },
      })
      await use(`${outDir}/worker.js`)
    },
    { scope: 'worker' },
  ],
  ask: async ({ page, built }, use) => {
    await page.route('**/card.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Card</title>' }),
    )
    await page.route('**/card.js', (route) => route.fulfill({ path: built }))
    await page.goto('card.html')
    const worker = await page.evaluateHandle(() => new Worker('card.js', { type: 'module' }))
    await use(async (asked) => {
      const answer = await worker.evaluate(
        (told, message) =>
          new Promise<Answer>((done, fail) => {
            told.onmessage = ({ data }) => done(data)
            told.onerror = ({ message: words }) => fail(new Error(words))
            told.postMessage(message)
          }),
        asked as Asked,
      )
      test.skip('none' in answer, 'This browser has no graphics card, not even in software')
      if ('problem' in answer) throw new Error(answer.problem)
      return answer as never
    })
  },
})

test.use({ launchOptions })
// Built once: all in the same worker.
test.describe.configure({ mode: 'default' })

const size = 96
const maps: Record<string, MapExperiment> = {
  'Adam over starts on Himmelblau': {
    f: 'himmelblau',
    steps: 150,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }],
    map: { show: 'loss', size },
  },
  'how far runs go, and diverge': {
    f: 'himmelblau',
    steps: 60,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
    map: { show: 'excursion', size, x: { of: 'start.x', from: -9, to: 9 } },
  },
  'steps until a loss is reached': {
    f: 'himmelblau',
    steps: 90,
    runs: [{ optimizer: 'rmsprop', hyper: { lr: 0.02 } }],
    map: { show: 'steps', size, tolerance: 1e-2 },
  },
  'momentum over learning rates on tanhsin': {
    f: 'tanhsin',
    start: [8],
    steps: 80,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.5 } }],
    map: {
      show: 'loss',
      size,
      x: { of: 'lr', from: 0.01, to: 0.6 },
      y: { of: 'momentum', from: 0, to: 0.8 },
    },
  },
  'a written rule': {
    f: 'himmelblau',
    steps: 60,
    runs: [
      {
        optimizer: 'custom',
        rule: 'm = b*m + g; x = x - where(abs(m) > a, lr*sign(m)*sqrt(abs(m)), lr*m)',
        hyper: { lr: 0.01, a: 5, b: 0.5 },
      },
    ],
    map: { show: 'loss', size, x: { of: 'a', from: 1, to: 20 }, y: { of: 'start.y' } },
  },
  'a schedule': {
    f: 'rosenbrock',
    steps: 80,
    runs: [{ optimizer: 'adam', schedule: { kind: 'cosine', T_max: 30 } }],
    map: { show: 'loss', size, x: { of: 'lr', from: 0.001, to: 0.3 } },
  },
  'a parameter of the function': {
    f: 'bowl',
    steps: 60,
    runs: [{ optimizer: 'nadam', hyper: { lr: 0.02 } }],
    map: { show: 'loss', size, x: { of: 'param.angle' }, y: { of: 'lr', from: 0.001, to: 0.1 } },
  },
  'functions of all kinds, with noise': {
    f: 'exp(x/3) + ln(1 + x^2) + sigmoid(y) + softplus(x*y/9) + tan(x/9) + cos(3*y) + y^2',
    start: [1, 1],
    noise: 0.1,
    seed: 3,
    steps: 40,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.5 } }],
    map: { show: 'loss', size },
  },
}

/** Of a loss or a distance, beside 1: what rounding makes of some hundred steps in float32 where nothing is chaotic. */
const float32 = 2e-3

for (const [name, experiment] of Object.entries(maps))
  test(`${name}: the card's sketch is that of WebAssembly`, async ({ ask }) => {
    const { onCard, here, by } = await ask({ experiment })
    expect(by).toEqual(['WebGPU'])
    const share = (isSame: (i: number) => boolean) =>
      here.kinds.filter((_, i) => isSame(i)).length / here.kinds.length
    expect(share((i) => here.kinds[i] === onCard.kinds[i])).toBeGreaterThan(0.99)
    const isNear = (i: number) => {
      const [own, other] = [onCard.values[i] as number, here.values[i] as number]
      if (!Number.isFinite(own) || !Number.isFinite(other))
        return Number.isFinite(own) === Number.isFinite(other)
      return Math.abs(own - other) <= float32 * (1 + Math.abs(other))
    }
    expect(share(isNear)).toBeGreaterThan(0.99)
    // Something happens.
    expect(new Set(here.values).size).toBeGreaterThan(10)
  })

test('a card that is lost on the way loses nothing', async ({ ask }) => {
  const experiment = maps['Adam over starts on Himmelblau'] as MapExperiment
  const { onCard, here, by } = await ask({ experiment, isLost: true })
  expect(by).toContain('WebAssembly')
  expect(onCard.kinds).not.toContain(-1)
  const off = onCard.kinds.filter((kind, i) => kind !== here.kinds[i])
  expect(off.length / here.kinds.length).toBeLessThan(0.01)
})

/** In units of the last place of single precision; what is smaller than 2^−100 counts as if it were as large. */
function off(own: number, truth: number): number {
  if (Object.is(own, truth) || own === Math.fround(truth)) return 0
  const exponent = Math.max(-100, Math.floor(Math.log2(Math.abs(Math.fround(truth)))))
  return Math.abs(own - truth) / 2 ** (exponent - 23)
}

const known = Object.entries(operations).flatMap(([operation, { off: most }]) =>
  most ? [{ operation: operation as Operation, most: most[0] }] : [],
)
const numbers = [1e-3, 1, 10, 80].flatMap((range, j) =>
  Array.from({ length: 1500 }, (_, i) => Math.fround(range * (2 * uniform(5, i, j) - 1))),
)
/** A quotient is off by 2 units more than WebAssembly's, and some functions have two. */
const forQuotients = 5

test('functions are as near as WebAssembly’s, but for quotients', async ({ ask }) => {
  for (const { operation, most } of known) {
    const { results } = await ask({ operation, numbers: [numbers] })
    const { value } = operations[operation]
    const worst = Math.max(
      ...results.map((own, i) => {
        const truth = value(numbers[i] as number)
        return Number.isFinite(truth) && Number.isFinite(Math.fround(truth)) ? off(own, truth) : 0
      }),
    )
    expect(worst, operation).toBeLessThanOrEqual(most + forQuotients)
  }
})

test('circular functions far away are those of nearly the same number', async ({ ask }) => {
  const far = Array.from({ length: 2000 }, (_, i) => Math.fround(2 ** (9 + 15 * uniform(6, i, 0))))
  const both = [...far, ...far.map((a) => -a)]
  for (const operation of ['sin', 'cos'] as const) {
    const { results } = await ask({ operation, numbers: [both] })
    const { value } = operations[operation]
    const worst = Math.max(...results.map((own, i) => Math.abs(own - value(both[i] as number))))
    expect(worst, operation).toBeLessThan(2 ** -20)
  }
})

test('powers are as near as their logarithms are large', async ({ ask }) => {
  const bases = numbers.map((a) => Math.fround(Math.abs(a) + 1e-3))
  const exponents = bases.map((_, i) => Math.fround(6 * uniform(8, i, 0) - 3))
  const { results } = await ask({ operation: 'pow', numbers: [bases, exponents] })
  const worst = Math.max(
    ...results.map((own, i) => {
      const [a, b] = [bases[i] as number, exponents[i] as number]
      return off(own, a ** b) / (3 + 2 * Math.abs(b * Math.log(a)))
    }),
  )
  expect(worst).toBeLessThanOrEqual(1)
  const whole = await ask({
    operation: 'pow',
    numbers: [
      [-2, -2, -2, 0, 0, 3],
      [3, 4, 0.5, 2, 0, 0],
    ],
  })
  expect(whole.results.map((value) => Math.round(value))).toEqual([-8, 16, Number.NaN, 0, 1, 1])
})

const link = '#/maps?f=himmelblau&steps=60&run=adam(lr=0.1)&size=32'

test('the page says that a graphics card has sketched it', async ({ page, ask }) => {
  await ask({ operation: 'exp', numbers: [[1]] })
  await open(page, link)
  const map = page.getByRole('region', { name: 'Map' })
  await expect(page.getByText('The map is whole.')).toBeAttached()
  await map.getByText('Axes', { exact: true }).click()
  // By now the card has the program; more pixels have the same one.
  await expect(async () => {
    await page.getByRole('combobox', { name: 'Pixels' }).selectOption('64')
    await page.getByRole('combobox', { name: 'Pixels' }).selectOption('128')
    await expect(map.getByText('the graphics card (WebGPU, float32)').first()).toBeVisible()
  }).toPass()
  await expect(page.getByText(/^The map is whole\. Exact .*WebGPU/)).toBeAttached()
})

test('maps that are left while the card is at work leave nothing behind', async ({ page, ask }) => {
  await ask({ operation: 'exp', numbers: [[1]] })
  await open(page, link)
  const last = link.replace('steps=60', 'steps=20')
  const others = Array.from(
    { length: 60 },
    (_, i) => `#/maps?f=himmelblau&steps=${90 + i}&run=adam(lr=0.1)&size=${[128, 64, 256][i % 3]}`,
  )
  await hurryThrough(page, [...others, last])
  const { experiment } = decodeLink(mapParts, last)
  const truth = mapCsv(experiment as MapExperiment, sweep(experiment as MapExperiment))
  await expect(async () => {
    await expect(page.getByText(/^The map is whole\. Exact .*WebGPU/)).toBeAttached()
    expect(await exported(page, 'CSV')).toBe(truth)
  }).toPass()
  await expectNoWorkerLeft(page)
})
