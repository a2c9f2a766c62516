// What holds whatever happens to the page: each promise stands here, with its sentence for when it is broken.
import { expect } from '@playwright/test'
import { placeIn } from '../../../src/app/places.ts'
import { exported } from '../../test.ts'
import { patience, type Stage, type Watched } from './stage.ts'

export class Breach extends Error {
  readonly isLate: boolean

  /** @param isLate whether something was waited for in vain */
  constructor(words: string, isLate = false) {
    super(words)
    this.isLate = isLate
  }
}

/** Nobody reads more than that. */
const longestSentence = 400
/** What a program says to itself. */
const raw =
  /\[object |is not a function(?! here)|is not iterable|Cannot read prop|of undefined|of null/

/** What stands in the middle of some lab. */
const pictures = ['Plot', 'Graph', 'Gradient check', 'Network', 'Loss landscape']

/** What can be seen at any moment. */
export async function hold({ page, noise }: Stage): Promise<void> {
  const seen = await answers(page.evaluate(look, pictures))
  const place = placeIn(new URL(page.url()).hash)
  if (!seen.header && place !== 'present') throw new Breach('the header is gone')
  if (!seen.problems) throw new Breach('there is no place for problems')
  if (seen.twice) throw new Breach(`said in two places: ${seen.twice}`)
  for (const sentence of seen.said) {
    if (sentence.startsWith('This part has failed')) throw new Breach(sentence)
    if (sentence.length > longestSentence)
      throw new Breach(`a sentence has ${sentence.length} characters: ${sentence}`)
    if (raw.test(sentence)) throw new Breach(`no sentence for a student: ${sentence}`)
  }
  if (noise.length) throw new Breach(`not quiet: ${noise[0]}`)
  if (seen.isThere) return
  const title = page.getByRole('main').getByRole('heading', { level: 1 })
  const picture = {
    lab: page.getByRole('region', { name: new RegExp(`^(${pictures.join('|')})$`) }),
    page: title,
    talk: page.getByRole('region', { name: 'Talk' }).or(title),
  }[place === undefined ? 'lab' : place === 'present' ? 'talk' : 'page']
  // A part that is missed, or the calculation.
  const unloaded = page.getByText('did not load')
  const isThere = expect(picture.or(unloaded).first()).toBeVisible({ timeout: patience })
  await comes(isThere, 'the page is blank')
}

/** Runs in the page: asked once, since it is asked after everything that is done. */
async function look(names: readonly string[]) {
  const { settled, said } = window as unknown as Watched
  await settled()
  const isVisible = (selector: string) =>
    document.querySelector(selector)?.checkVisibility() ?? false
  const place = '[role=alert][aria-label=Problem]'
  const shown = [...document.querySelectorAll(`${place} p`)]
    .filter((sentence) => sentence.checkVisibility())
    .map((sentence) => sentence.textContent)
  return {
    said: [...said],
    twice: shown.find((sentence, i) => shown.indexOf(sentence) < i),
    problems: document.querySelectorAll(place).length,
    header: isVisible('header'),
    isThere: names.some((name) => isVisible(`[aria-label="${name}"]`)),
  }
}

/** What someone has typed is still there. */
export async function keeps({ page }: Stage, typed: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Expression' })
  await comes(expect(field).toHaveValue(typed, { timeout: patience }), `${typed}, typed, is lost`)
}

/** A link that is as it should be, with how its run ends. */
export interface Good {
  readonly link: string
  /** What a control shows of it. */
  readonly shows: {
    readonly role: 'textbox' | 'spinbutton'
    readonly name: string
    readonly value: string
  }
  readonly outcome: string
  /** Its lab comes later than the page. */
  readonly isLate?: true
}

/** After all that happened, a good link does what it always does. */
export async function recovers({ page }: Stage, { link, shows, outcome }: Good): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, link)
  const said = page.getByRole('alert')
  const seen = async () => `; it says: ${(await said.allInnerTexts()).join(' | ')}`
  await comes(
    expect(page.getByRole('status', { name: 'Outcome', includeHidden: true })).toHaveText(outcome, {
      timeout: patience,
    }),
    `${link} does not end as it should`,
    seen,
  )
  await comes(
    expect(page.getByRole(shows.role, { name: shows.name, includeHidden: true })).toHaveValue(
      shows.value,
      { timeout: patience },
    ),
    `${link} does not show its ${shows.name}`,
    seen,
  )
  await comes(
    expect(said.filter({ visible: true })).toHaveCount(0, { timeout: patience }),
    `${link} is good, and still something is said`,
    seen,
  )
}

/** What a training comes to. */
interface Trained {
  readonly csv: string
  isLike(csv: string): boolean
  /** How it is said that the first run ended. */
  readonly outcome: string
}

/** The page trains what plain Node trains. */
export async function trains({ page }: Stage, { csv, isLike, outcome }: Trained): Promise<void> {
  const said = page.getByRole('status', { name: 'Outcome' })
  await comes(
    expect(said).toContainText(outcome, { timeout: patience }),
    `the training does not end so: ${outcome}`,
    async () => `; it ends so: ${await said.innerText()}`,
  )
  const isIt = async () => isLike(await exported(page, 'CSV'))
  await comes(
    expect.poll(isIt, { timeout: patience }).toBe(true),
    `the training is not this one:\n${csv}`,
    async () => `; it is:\n${await exported(page, 'CSV')}`,
  )
}

/** The address says what is shown. */
export async function saysAgain(
  { page }: Stage,
  isIt: (address: string) => boolean,
): Promise<void> {
  const hash = () => new URL(page.url()).hash
  await comes(
    expect.poll(() => isIt(hash()), { timeout: patience }).toBe(true),
    'the address says something else',
    async () => `: ${hash()}`,
  )
}

async function comes(
  wanted: Promise<unknown>,
  words: string,
  more: () => Promise<string> = async () => '',
): Promise<void> {
  try {
    await wanted
  } catch (error) {
    throw new Breach(words + (await more().catch(() => String(error))), true)
  }
}

/** What a page that is busy for ever never does. */
async function answers<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Breach('the page no longer answers', true)), patience)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
