// The hunt: cases by chance of each kind, and what must hold through each. A case that breaks something is made as small
// as it goes, and told as what was done.
import { type Browser, expect } from '@playwright/test'
import fc from 'fast-check'
import { placeIn } from '../../../src/app/places.ts'
import { type Kind, kinds } from './kinds.ts'
import { byLoad } from './links.ts'
import { Breach, type Good, hold, keeps, recovers } from './promises.ts'
import { type Action, patience, raise, type Stage } from './stage.ts'

interface Options {
  /** Of each kind. */
  readonly cases: number
  readonly seed: number
  /** Only this kind. */
  readonly kind?: string
  /** Only the case that fast-check finds there. */
  readonly path?: string
}

/** What a case is made of. */
interface Case {
  readonly before: readonly Action[]
  readonly actions: readonly Action[]
  readonly typed: string
  readonly meanwhile: readonly Action[]
  readonly first: Good
  readonly last: Good
}

const expression = (value: string) => ({ role: 'textbox', name: 'Expression', value }) as const
interface Calm extends Omit<Good, 'outcome'> {
  /** How its outcome begins once it is the last one. */
  readonly ends?: RegExp
}
const goods: readonly Calm[] = [
  { shows: expression('x^2+3'), link: '#/curve?f=x^2%2B3&start=3&steps=7&run=sgd(lr=0.25)' },
  {
    shows: expression('x^2+4*y^2'),
    link: '#/surface?f=x^2%2B4*y^2&start=3,1&steps=7&run=sgd(lr=0.2)',
  },
  {
    shows: { role: 'spinbutton', name: 'Epochs', value: '3' },
    link: '#/network?data=xor(n=20)&layers=2&batch=8&epochs=3&at=6&run=sgd(lr=0.25)',
    ends: /^Trained/,
    isLate: true,
  },
]
/** So often a broken case is made smaller, and so many of a kind are told. */
const shrinkings = 60
/** What never comes is waited for each time. */
const triesOfLate = 20
const mostTold = 4

const print = (line: string) => process.stdout.write(`${line}\n`)

/** The good links, with how they end where nothing is in their way. */
const calm = (browser: Browser, address: string): Promise<Good[]> =>
  Promise.all(
    goods.map(async ({ ends = /./, ...good }) => {
      const stage = await raise(browser, address)
      await stage.page.goto(address + good.link)
      const outcome = stage.page.getByRole('status', { name: 'Outcome' })
      await expect(outcome).toHaveText(ends, { timeout: patience })
      const text = await outcome.innerText()
      await stage.close()
      return { ...good, outcome: text }
    }),
  )

function casesOf({ before, actions, most, meanwhile }: Kind, calmly: readonly Good[]) {
  const good = fc.constantFrom(...calmly)
  // Where a lab that comes later is all that was asked for, there is no page until it is here.
  const first = before ? fc.constantFrom(...calmly.filter(({ isLate }) => !isLate)) : good
  return fc.record<Case>({
    before: before ?? fc.constant([]),
    actions: fc.array(actions, { minLength: 1, maxLength: most, size: 'max' }),
    typed: fc.constantFrom('x^2 + sin(', 'x^2/3', '(('),
    meanwhile: meanwhile ? fc.array(meanwhile, { maxLength: 4 }) : fc.constant([]),
    first,
    last: good,
  })
}

async function play(stage: Stage, of: Case, { meanwhile, restore }: Kind): Promise<void> {
  const act = async (action: Action) => {
    stage.done.push(action.words)
    await action.act(stage)
  }
  for (const action of of.before) await act(action)
  for (const action of [byLoad(of.first.link), ...of.actions]) {
    await act(action)
    await hold(stage)
  }
  const field = stage.page.getByRole('textbox', { name: 'Expression' })
  // Behind a dialog nobody can type; one that was asked for before may come while it is typed. So may another lab.
  const isFree = async () =>
    (await stage.page.locator(':modal').count()) === 0 && !(await isAwaited(stage))
  let typing: string | undefined
  if (meanwhile && (await isFree()) && (await field.isVisible())) {
    stage.done.push(`the expression becomes ${of.typed}`)
    const place = placeIn(new URL(stage.page.url()).hash)
    await field.fill(of.typed)
    // What was asked for may have come in that very moment.
    const isThere = placeIn(new URL(stage.page.url()).hash) === place
    if (isThere && (await isFree())) typing = of.typed
  }
  for (const action of of.meanwhile) {
    await act(action)
    await hold(stage)
  }
  await restore?.(stage)
  if (typing !== undefined) await keeps(stage, typing)
  stage.done.push(`at last ${of.last.link}`)
  await recovers(stage, of.last)
  await hold(stage)
}

/** Whether the address asks for another lab than the one that is shown. */
const isAwaited = ({ page }: Stage) =>
  page.evaluate(() => {
    const here = document.querySelector('header [aria-current=page]')?.getAttribute('href')
    return here !== null && here !== undefined && !location.hash.startsWith(here)
  })

/** What was done, and what broke. */
class Broken extends Error {}

/** Looks for one case of a kind that breaks something, among so many. */
async function look(
  stageFor: () => Promise<Stage>,
  kind: Kind,
  cases: fc.Arbitrary<Case>,
  options: { numRuns: number; seed: number; path?: string },
) {
  let tries = 0
  const property = fc.asyncProperty(cases, async (of) => {
    // A case that is smaller than one that breaks something takes as long as that.
    if (tries > shrinkings) return
    const stage = await stageFor()
    try {
      await play(stage, of, kind)
    } catch (error) {
      const isFirst = tries === 0
      tries += error instanceof Breach && !error.isLate ? 1 : triesOfLate
      const words = error instanceof Breach ? error.message : String(error)
      const told = [...stage.done, `→ ${words}`].join('\n   ')
      if (isFirst) print(`\nBroken, and now made smaller:\n   ${told}`)
      throw new Broken(told)
    } finally {
      if (tries > 0) tries++
      await stage.close()
    }
  })
  return fc.check(property, options)
}

/**
 * Tries cases of each kind.
 * @returns 1 if anything broke, else 0
 */
export async function hunt(browser: Browser, address: string, options: Options): Promise<number> {
  const { cases, seed, kind: only, path } = options
  print(`Seed ${seed}, ${cases} cases of each kind`)
  const calmly = await calm(browser, address)
  let broken = 0
  for (const [name, kind] of Object.entries(kinds)) {
    if (only !== undefined && only !== name) continue
    const stageFor = () => raise(browser, address, kind.expected)
    const arbitrary = casesOf(kind, calmly)
    let told = 0
    for (let done = 0, own = seed; done < cases && told < mostTold; own++) {
      const found = await look(stageFor, kind, arbitrary, {
        numRuns: cases - done,
        seed: own,
        ...(path !== undefined && { path }),
      })
      done += found.numRuns
      if (!found.failed) break
      told++
      print(`\n${name} break something:\n   ${messageOf(found.errorInstance)}`)
      print(
        `Again: npm run fuzz -- --kind ${name} --seed ${own} --path ${found.counterexamplePath}`,
      )
      if (path !== undefined) break
    }
    broken += told
    print(`${name}: ${told === 0 ? 'nothing breaks' : `${told} cases break something`}`)
  }
  return broken ? 1 : 0
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
