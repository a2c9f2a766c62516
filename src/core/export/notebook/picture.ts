// The picture of descents in matplotlib: paths on the curve or over contour lines, the loss over the steps, an animation.
import type { Experiment, Interval } from '../../experiment/experiment.ts'
import type { Prepared } from '../../experiment/prepare.ts'
import { valueName } from '../../loss/valueName.ts'
import { float, quoted } from '../torch/literal.ts'
import { filmEnd, filmStart } from './film.ts'

/** Around a start where nobody has said what is worth a look. */
const around = 4

/** What one would look at without any path: what is asked for, the catalogue's domain, or around the start. */
function usual({ loss, start }: Prepared, { view }: Experiment): readonly Interval[] {
  return loss.variables.map((_, i): Interval => {
    const at = start[i] as number
    return view?.[i] ?? loss.entry?.domain[i] ?? [at - around, at + around]
  })
}

/** The cells' blocks: what is drawn below the paths, and the picture. */
export function picture(prepared: Prepared, experiment: Experiment): readonly string[] {
  const { variables } = prepared.loss
  const intervals = usual(prepared, experiment).map(
    ([from, to]) => `(${float(from)}, ${float(to)})`,
  )
  return [
    helpers,
    variables.length === 1
      ? curve(variables[0] ?? 'x', valueName(variables), intervals[0] ?? '')
      : plane(variables, intervals),
    shown(valueName(variables)),
  ]
}

export const drawable = `def drawable(values):
    # Without what would take all the room, or has none.
    values = np.array(values, dtype=float)
    return np.where(np.abs(values) < 1e100, values, np.nan)`

const helpers = `def height(*point):
    # The loss at a point, as a plain number.
    return function(*(torch.tensor(float(value)) for value in point)).item()


${drawable}


def seen(values, low, high):
    # What is usually looked at, and what the paths visit beside it, unless that is far away.
    width = high - low
    near = [value for value in values if low - 2*width < value < high + 2*width]
    low, high = min([low, *near]), max([high, *near])
    return low - 0.04*(high - low), high + 0.04*(high - low)


def visited(coordinate):
    return [row[coordinate] for rows in paths.values() for row in rows]`

const curve = (variable: string, value: string, interval: string) => `def ground(place):
    low, high = seen(visited(0), *${interval})
    across = np.linspace(low, high, 400)
    heights = drawable([height(value) for value in across])
    place.plot(across, heights, color='0.5', linewidth=1.5)
    finite = heights[np.isfinite(heights)]
    if len(finite):
        place.set_ylim(*seen([], finite.min(), finite.max() + 1e-9))
    place.set(xlim=(low, high), xlabel=${quoted(variable)}, ylabel=${quoted(value)})`

const plane = (variables: readonly string[], [across, up]: readonly string[]) => `def ground(place):
    left, right = seen(visited(0), *${across})
    low, high = seen(visited(1), *${up})
    across, up = np.linspace(left, right, 70), np.linspace(low, high, 70)
    heights = drawable([[height(first, second) for first in across] for second in up])
    finite = heights[np.isfinite(heights)]
    levels = np.unique(np.quantile(finite, np.linspace(0, 1, 22))) if len(finite) else []
    if len(levels) > 1:
        # As many places between two lines as between any other two: so a narrow valley is seen as well as its walls.
        colors = plt.get_cmap('Blues_r')
        place.contourf(across, up, heights, levels, cmap=colors, norm=BoundaryNorm(levels, colors.N), alpha=0.6)
        place.contour(across, up, heights, levels, colors='0.6', linewidths=0.5)
    place.set(xlim=(left, right), ylim=(low, high), xlabel=${quoted(variables[0] ?? '')}, ylabel=${quoted(variables[1] ?? '')})`

const shown = (
  value: string,
) => `figure, (place, losses) = plt.subplots(1, 2, figsize=(11, 4.2), gridspec_kw={'width_ratios': [3, 2]})
ground(place)
for run, rows in paths.items():
    place.plot(drawable([row[0] for row in rows]), drawable([row[1] for row in rows]), 'o-', markersize=4, label=run)
    losses.plot(drawable([row[loss_at] for row in rows]), label=run)
kept = drawable(visited(loss_at))
kept = kept[np.isfinite(kept)]
if len(kept) and kept.min() > 0 and kept.max() > 100*kept.min():
    losses.set_yscale('log')
losses.set(xlabel='step', ylabel=${quoted(value)})
place.legend()
figure.tight_layout()
plt.show()`

/** A path as it grows; of long runs not every step is a frame. */
export const animation = `${filmStart}
figure, place = plt.subplots(figsize=(7, 4.4))
ground(place)
trails = [place.plot([], [], 'o-', markersize=4, label=run)[0] for run in paths]
place.legend()


def until(step):
    for trail, rows in zip(trails, paths.values()):
        known = rows[:step + 1]
        trail.set_data(drawable([row[0] for row in known]), drawable([row[1] for row in known]))
    place.set_title(f'step {step}')
    return trails


last = max(len(rows) for rows in paths.values()) - 1
frames = sorted({round(step) for step in np.linspace(0, last, min(last, 100) + 1)})
${filmEnd(200)}`
