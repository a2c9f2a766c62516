import { useCallback, useEffect, useRef, useState } from 'react'
import { ExperimentError } from '../../core/experimentError.ts'
import type { MapExperiment } from '../../core/maps/mapExperiment.ts'
import { descentOf, type PreparedMap } from '../../core/maps/prepareMap.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { follow } from '../../state/lab/pieces.ts'
import { mapsOf } from '../../state/maps/mapsOf.ts'
import { filling, type MapPicture } from './picture.ts'

interface Drawing {
  /** The last map that can be seen; nothing before there is one. */
  readonly picture?: MapPicture | undefined
  /** How much of what is asked for is computed; nothing while nobody computes. */
  readonly share?: number | undefined
  readonly problem?: string | undefined
}

interface Drawings {
  /** One for each run. */
  readonly all: readonly Drawing[]
  /** Of each run what its map depends on: a picture with another key is of something else. */
  readonly keys: readonly string[]
  readonly compute: () => void
  readonly cancel: () => void
}

/** All maps of an experiment, drawn in a worker; whoever leaves the page leaves them. */
export function useDrawings(engine: Lab['engine'], experiment: MapExperiment): Drawings {
  const [all, show] = useState<readonly Drawing[]>([])
  const artists = useRef<Artist[]>([])
  const [cancelled, setCancelled] = useState<string>()
  const maps = mapsOf(experiment)
  const keys = maps.map((map) => (map instanceof ExperimentError ? '' : keyOf(map)))
  const key = keys.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the maps
  const draw = useCallback(() => {
    const own = artists.current
    const tell = (run: number) => (drawing: Drawing) =>
      show((before) =>
        Array.from({ length: own.length }, (_, i) => (i === run ? drawing : (before[i] ?? {}))),
      )
    for (const left of own.splice(maps.length)) left.end()
    for (const [run, map] of maps.entries()) {
      own[run] ??= artistFor(engine, tell(run))
      if (map instanceof ExperimentError) own[run].end()
      else own[run].wish({ key: keys[run] as string, spec: { experiment, run }, map })
    }
    show((before) => before.slice(0, maps.length))
  }, [engine, key])
  useEffect(() => {
    if (cancelled !== key) draw()
  }, [draw, key, cancelled])
  useEffect(
    () => () => {
      for (const artist of artists.current.splice(0)) artist.end()
    },
    [],
  )
  return {
    all,
    keys,
    compute: () => setCancelled(undefined),
    cancel: () => {
      setCancelled(key)
      for (const artist of artists.current) artist.end()
    },
  }
}

/** All that a map depends on: not where its mark is. */
function keyOf(map: PreparedMap): string {
  const { x, y, show, size, tolerance } = map
  const axes = [x, y].map(({ of, from, to, scale }) => [of, from, to, scale])
  const { at: _, view: __, ...corner } = descentOf(map)(0, 0)
  return JSON.stringify([corner, axes, show, size, tolerance])
}

interface Wish {
  readonly key: string
  readonly spec: { readonly experiment: MapExperiment; readonly run: number }
  readonly map: PreparedMap
}

type Artist = ReturnType<typeof artistFor>

/**
 * Draws one map after the other. Each is gone on with until it can be seen everywhere, however soon the next one is wished
 * for, so that something moves while a slider is dragged; of what is wished for meanwhile only the last is drawn.
 */
function artistFor(engine: Lab['engine'], tell: (drawing: Drawing) => void) {
  let leave: (() => void) | undefined
  let [drawn, next]: (Wish | undefined)[] = []
  let shown: MapPicture | undefined
  let frame = 0
  let isSeen = true
  const begin = (wish: Wish) => {
    leave?.()
    drawn = wish
    next = undefined
    isSeen = false
    const { add, isCovered, picture } = filling(wish.map, wish.key)
    const paint = () => {
      frame = 0
      if (isCovered()) shown = picture()
      tell({ picture: shown, share: picture().share })
      isSeen ||= shown?.key === wish.key
      if (isSeen && next) begin(next)
    }
    const end = (error?: unknown) => {
      cancelAnimationFrame(frame)
      leave = undefined
      isSeen = true
      if (isCovered()) shown = picture()
      const problem = error instanceof Error ? error.message : undefined
      tell({ picture: shown, problem })
      if (next) begin(next)
    }
    const take = (tile: Parameters<typeof add>[0]) => {
      add(tile)
      frame ||= requestAnimationFrame(paint)
    }
    leave = follow(engine.run('map', wish.spec), take, end)
    tell({ picture: shown, share: 0 })
  }
  return {
    wish(wish: Wish) {
      if (wish.key === (next ?? drawn)?.key) return
      if (isSeen) begin(wish)
      else next = wish
    },
    /** What can be seen so far stays. */
    end() {
      cancelAnimationFrame(frame)
      frame = 0
      leave?.()
      leave = undefined
      drawn = undefined
      next = undefined
      isSeen = true
      tell({ picture: shown })
    },
  }
}
