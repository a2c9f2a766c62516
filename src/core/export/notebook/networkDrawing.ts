// What a network answers, drawn: along one input, over the plane of two, or else at the points themselves.
import type { PreparedNetwork } from '../../experiment/networkPrepare.ts'

/** draw(place, answered) for a place in a figure. */
export function drawingOf(prepared: PreparedNetwork): string {
  const { loss, architecture } = prepared
  const { inputs, outputs } = architecture
  const isNumbers = loss === 'mse'
  if (inputs === 1) return isNumbers ? curvesOf(outputs) : chancesOf(outputs)
  if (inputs === 2) return isNumbers ? heights : regions
  return isNumbers ? besideTargets(inputs, outputs) : rightOnes(inputs)
}

const curvesOf = (outputs: number) => `def draw(place, answered):
    for k in range(${outputs}):
        place.plot(data[:, 0], data[:, 1 + k], '.', color=f'C{k}', alpha=0.4)
        place.plot(grid[:, 0], answered[:, k], color=f'C{k}', linewidth=2)
    place.set(xlim=window(data[:, 0]), ylim=window(data[:, 1:]), xlabel='input', ylabel='output')`

const chancesOf = (outputs: number) => `def draw(place, answered):
    # For each class the probability that it gets; its points lie at the top.
    for k in range(${outputs}):
        own = data[data[:, 1] == k, 0]
        place.plot(own, torch.ones_like(own), '.', color=f'C{k}', alpha=0.4)
        place.plot(grid[:, 0], answered[:, k], color=f'C{k}', label=f'class {k}')
    place.legend()
    place.set(xlim=window(data[:, 0]), ylim=(-0.05, 1.05), xlabel='input', ylabel='probability')`

const plane = (shown: string, colors: string) => `    colors = ${colors}
    place.imshow(${shown}.reshape(64, 64), origin='lower', aspect='auto', alpha=0.5,
                 extent=(*window(data[:, 0]), *window(data[:, 1])), **colors)
    place.scatter(data[:, 0], data[:, 1], c=data[:, 2], s=20, edgecolors='white', linewidths=0.5, **colors)
    place.set(xlabel='input 1', ylabel='input 2')`

const heights = `def draw(place, answered):
    low, high = data[:, 2].min().item(), data[:, 2].max().item()
${plane('answered[:, 0]', "dict(cmap='coolwarm', vmin=low, vmax=high)")}`

const regions = `def draw(place, answered):
    # The class that gets the highest probability.
${plane('answered.argmax(1)', "dict(cmap='tab10', vmin=0, vmax=9)")}`

const besideTargets = (inputs: number, outputs: number) => `def draw(place, answered):
    # Right answers lie on the line.
    for k in range(${outputs}):
        place.plot(data[:, ${inputs} + k], answered[:, k], '.', color=f'C{k}')
    ends = [data[:, ${inputs}:].min(), data[:, ${inputs}:].max()]
    place.plot(ends, ends, color='0.5')
    place.set(xlabel='target', ylabel='output')`

const rightOnes = (inputs: number) => `def draw(place, answered):
    right = answered[range(len(data)), data[:, ${inputs}].long().numpy()]
    place.hist(right[np.isfinite(right)], bins=20, range=(0, 1))
    place.set(xlabel='probability of the right class', ylabel='points')`
