// What an address cannot hold goes along when this page is loaded anew: an experiment with much of one's own, the way back,
// and what someone has typed that could not be read yet.
import type { Moment as AnyMoment } from '../../state/lab/lab.ts'
import type { OpenLabs } from '../openLabs.ts'
import { retype, type Typed, unread } from './unread.ts'

const place = 'descent-carried'

type Moment = AnyMoment<unknown, unknown>

/** A moment, and what it has said of all that its lab keeps beside: JSON knows no undefined. */
interface Kept extends Moment {
  readonly keys: readonly string[]
}

interface Aside {
  readonly lab: string
  /** Only where the address does not say all of it. */
  readonly file?: string | undefined
  readonly past: readonly Kept[]
  readonly future: readonly Kept[]
  readonly unread: readonly Typed[]
}

/** So many steps back go along: each may hold many points. */
const mostSteps = 50

const kept = (moments: readonly Moment[]): readonly Kept[] =>
  moments.slice(-mostSteps).map((moment) => ({ ...moment, keys: Object.keys(moment.own) }))

const asItWas = ({ keys, own, ...moment }: Kept): Moment => {
  const said = new Map(Object.entries(own))
  return { ...moment, own: Object.fromEntries(keys.map((key) => [key, said.get(key)])) }
}

/** Puts what is shown aside for the page that comes. */
export function putAside({ current }: Pick<OpenLabs, 'current'>): void {
  const { lab } = current()
  const { past, future } = lab.store.getState().history
  const aside: Aside = {
    lab: lab.id,
    file: lab.beyondLink() && lab.file(),
    past: kept(past),
    future: kept(future),
    unread: unread(),
  }
  // Where there is room for less, the experiment counts.
  const pieces = [aside, { ...aside, past: [], future: [] }]
  pieces.some((piece) => isKept(JSON.stringify(piece)))
}

function isKept(text: string): boolean {
  try {
    sessionStorage.setItem(place, text)
    return true
  } catch {
    // Where nothing may be kept, the address is what there is.
    return false
  }
}

/** Opens what the page before has put aside. */
export async function takeUp(openLabs: Pick<OpenLabs, 'current' | 'openFile'>): Promise<void> {
  try {
    const text = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    if (text !== null) await open(JSON.parse(text), openLabs)
  } catch {
    // Nothing was put aside, or by a version that did so otherwise.
  }
}

async function open(aside: Aside, { current, openFile }: Pick<OpenLabs, 'current' | 'openFile'>) {
  const { file } = aside
  const { history } = current().lab.store.getState()
  if (file !== undefined) await openFile(new File([file], 'descent.json'))
  const { lab } = current()
  if (lab.id !== aside.lab) return
  const [past, future] = [aside.past.map(asItWas), aside.future.map(asItWas)]
  // What has been done since then comes after it.
  lab.wayBack({
    past: [...past, ...history.past],
    future: history.past.length ? history.future : future,
    last: undefined,
  })
  retype(aside.unread)
}
