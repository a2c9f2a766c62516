// Sketches maps on the graphics card and beside it, for the test that compares both; and what single functions make of numbers.
import { apply, name } from '../../src/core/language/expression.ts'
import type { Operation } from '../../src/core/language/operations.ts'
import { compile } from '../../src/core/language/program.ts'
import type { MapExperiment } from '../../src/core/maps/mapExperiment.ts'
import { prepareMap } from '../../src/core/maps/prepareMap.ts'
import { sketching } from '../../src/core/maps/sketch.ts'
import { sketchingSoon } from '../../src/core/maps/sketchOnCard.ts'
import type { SweptTile } from '../../src/core/maps/sweep.ts'
import { cardOf } from '../../src/engine/card.ts'

/** What is asked for. */
export type Asked =
  | { readonly experiment: MapExperiment; readonly isLost?: boolean }
  | { readonly operation: Operation; readonly numbers: readonly (readonly number[])[] }

/** A sketch of all pixels. */
interface Sketch {
  readonly values: number[]
  readonly kinds: number[]
}

export type Answer =
  | { readonly onCard: Sketch; readonly here: Sketch; readonly by: string[] }
  | { readonly results: number[] }
  | { readonly problem: string }
  | { readonly none: true }

const devices: GPUDevice[] = []

/** The browser's card, whose device can be destroyed. */
const watched = navigator.gpu && {
  requestAdapter: async () => {
    const adapter = await navigator.gpu.requestAdapter()
    return (
      adapter && {
        requestDevice: async () => {
          const device = await adapter.requestDevice()
          devices.push(device)
          return device
        },
      }
    )
  },
}

const hasCard = async () => Boolean(await navigator.gpu?.requestAdapter())
const cardNow = cardOf(watched as GPU | undefined)

const turn = () => new Promise((goOn) => setTimeout(goOn))

async function until<T>(ready: () => T | undefined): Promise<T> {
  for (;;) {
    const found = ready()
    if (found !== undefined) return found
    await turn()
  }
}

async function compared({ experiment, isLost }: Extract<Asked, { experiment: unknown }>) {
  const map = prepareMap(experiment)
  await until(cardNow)
  // Whoever asks for a piece on the card has to wait for it: its program is there then.
  await until(() => {
    const pieces = sketchingSoon(map, cardNow)
    const { value } = pieces.next()
    pieces.return()
    return value && 'until' in value ? true : undefined
  })
  const tiles: SweptTile[] = []
  const by = new Set<string>()
  let waits = 0
  for (const piece of sketchingSoon(map, cardNow)) {
    if ('until' in piece) {
      if (isLost && waits++ > 0) devices.at(-1)?.destroy()
      await piece.until
      continue
    }
    tiles.push(piece.tile)
    by.add(piece.by)
  }
  const here = gathered(map.size, sketching(map) ?? [])
  return { onCard: gathered(map.size, tiles), here, by: [...by] }
}

function gathered(size: number, tiles: Iterable<SweptTile>): Sketch {
  const values = Array<number>(size ** 2).fill(Number.NaN)
  const kinds = Array<number>(size ** 2).fill(-1)
  for (const tile of tiles)
    for (const [i, place] of tile.pixels.entries()) {
      values[place] = tile.values[i] as number
      kinds[place] = tile.kinds[i] as number
    }
  return { values, kinds }
}

async function applied({ operation, numbers }: Extract<Asked, { operation: unknown }>) {
  const letters = ['a', 'b', 'c'].slice(0, numbers.length)
  const program = compile([apply(operation, ...letters.map(name)), ...letters.map(name)])
  const [to = 0] = program.outputs
  const own = letters.map((letter) => program.input(letter) as number)
  const round = { left: [to], moved: [], lost: [], own: new Set(own) }
  const crowd = (await until(cardNow)).crowdOf(program, [], round)
  if (!crowd) throw new Error(`A card has no ${operation}`)
  await until(() => crowd.isReady || undefined)
  const { length } = numbers[0] ?? []
  for (const [i, register] of own.entries()) crowd.all.set(numbers[i] ?? [], crowd.at(register))
  const walking = crowd.walk(1, [], length)
  await walking?.done
  if (!walking?.take()) throw new Error('The card is lost')
  return { results: [...crowd.all.subarray(crowd.at(to), crowd.at(to) + length)] }
}

async function answerTo(asked: Asked): Promise<Answer> {
  if (!(await hasCard())) return { none: true }
  return 'experiment' in asked ? compared(asked) : applied(asked)
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  try {
    postMessage(await answerTo(data))
  } catch (error) {
    postMessage({ problem: String(error) })
  }
})
