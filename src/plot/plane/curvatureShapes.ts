// The shapes that show how a loss bends around a point, in pixels from that point.
import { ellipseOf, type LocalModels, type Pair } from '../../core/analysis/localModels.ts'

/** Of the circle in which the models are shown, and of what is drawn in it. */
export const radius = 62
/** The longest half axis of the ellipse. */
const ellipseRadius = 54
const corners = 96
/** A flatter ellipse looks like a line. */
const flattest = 200
/** Beyond this nobody looks, and drawings do not take every number. */
const farthest = 4000

/** The ellipse |dᵀHd| = c, as large as it can be shown; nothing where nothing bends. */
export function ellipsePoints(models: LocalModels, [perX, perY]: Pair): Pair[] {
  const { axes } = ellipseOf(models, 1)
  const shortest = Math.min(...axes.map(({ half }) => half))
  if (!(shortest > 0 && shortest < Infinity)) return []
  const points = Array.from({ length: corners }, (_, i): Pair => {
    const angle = (2 * Math.PI * i) / corners
    let [x, y] = [0, 0]
    axes.forEach(({ half, direction }, axis) => {
      const along = Math.min(half, flattest * shortest) * (axis ? Math.sin(angle) : Math.cos(angle))
      x += along * direction[0] * perX
      y += along * direction[1] * perY
    })
    return [x, y]
  })
  const longest = Math.max(...points.map(([x, y]) => Math.hypot(x, y)))
  const scale = ellipseRadius / longest
  return points.map(([x, y]): Pair => [x * scale, y * scale])
}

/** A direction of the plane as it looks in the plot, so many pixels long. */
export function towards([x, y]: Pair, [perX, perY]: Pair, length: number): Pair {
  // The largest numbers have no pixels of their own.
  const most = Math.max(Math.abs(x), Math.abs(y))
  const [across, down] = [(x / most) * perX, (y / most) * perY]
  const size = Math.hypot(across, down)
  return [(length * across) / size, (length * down) / size]
}

/** A step as it looks in the plot; cut off where it leads out of every picture. */
export function stepInPixels([x, y]: Pair, per: Pair): Pair {
  const size = Math.hypot(x * per[0], y * per[1])
  return size > farthest ? towards([x, y], per, farthest) : [x * per[0], y * per[1]]
}

/** What a Hessian with these signs looks like from above. */
export function kindOf({ bends: [{ value: most }, { value: least }] }: LocalModels) {
  if (most > 0) return least < 0 ? 'saddle' : 'bowl'
  return 'hill'
}
