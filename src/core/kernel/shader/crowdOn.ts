// Many machines of one step that walk on a graphics card, as a crowd of which only the end is looked at.
import type { Varying } from '../../descent/varying.ts'
import type { Program } from '../../language/program.ts'
import type { Crowd } from '../lanes/crowd.ts'
import type { Card, Device } from './card.ts'
import { type ShaderRound, shaderOf } from './shader.ts'

/** Crowds of a card enter and leave one after the other, so all of them do so through the same numbers. */
const doors = new WeakMap<Device, Float32Array>()

function doorOf(card: Device, size: number): Float32Array {
  const known = doors.get(card)
  if (known && known.length >= size) return known
  const wider = new Float32Array(size)
  doors.set(card, wider)
  return wider
}

/** What is read anew in each round, column after column. */
function columnsOf(varying: readonly Varying[], rounds: number): Float32Array {
  const column = new Float64Array(rounds)
  const columns = new Float32Array(Math.max(1, varying.length * rounds))
  for (const [j, one] of varying.entries()) {
    one.fill(column, 0, 0, rounds)
    columns.set(column, j * rounds)
  }
  return columns
}

/** A card for crowds of machines. */
export const cardOn = (device: Device): Card => ({
  lanes: device.lanes,
  crowdOf: (program, read, round) => crowdOn(device, program, read, round),
})

function crowdOn(
  card: Device,
  program: Program,
  read: readonly number[],
  round: Omit<ShaderRound, 'read'>,
): Crowd | undefined {
  const reads = read.map((register) => ({ register, isOwn: false }))
  const shader = shaderOf(program, { ...round, read: reads })
  if (!shader) return undefined
  const { lanes: count } = card
  const loaded = card.load(shader.text)
  const places = new Map(shader.own.map((register, place) => [register, place]))
  const shared = new Map(shader.same.map((register, i) => [register, i]))
  const place = (register: number) => places.get(register) ?? places.size
  // What nobody reads has a place, too.
  const all = doorOf(card, (places.size + 1) * count)
  const same = new Float32Array(Math.max(1, shader.same.length))
  const from = (register: number, lanes: number) => {
    const begin = place(register) * count
    return all.subarray(begin, begin + lanes)
  }
  return {
    count,
    given: shader.given,
    all,
    get isReady() {
      return loaded.isReady()
    },
    at: (register) => place(register) * count,
    fill(register, value) {
      const i = shared.get(register)
      if (i !== undefined) same[i] = value
      else if (places.has(register)) from(register, count).fill(value)
    },
    walk(rounds, varying, lanes) {
      const walked = loaded.walk({
        ...{ same, reads: columnsOf(varying, rounds), lanes, rounds },
        entered: shader.entered.map((register) => ({
          place: place(register),
          numbers: from(register, lanes),
        })),
        places: places.size,
        left: shader.left.map(place),
      })
      return {
        ...walked,
        take() {
          const ends = walked.ends()
          for (const [i, register] of shader.left.entries())
            if (ends) from(register, lanes).set(ends.subarray(i * lanes, (i + 1) * lanes))
          return ends !== undefined
        },
      }
    },
  }
}
