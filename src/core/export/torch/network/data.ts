// The data of a training in Python: the very points, those first that are learned from.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import { exact } from '../../../number.ts'
import { stateDict } from '../../stateDict.ts'
import { float } from '../literal.ts'

/** The points as a text, and what becomes of them. */
export function dataText(prepared: PreparedNetwork): string {
  const { architecture, dataset, loss, weights } = prepared
  const { training, validation, scaling } = dataset
  const { inputs } = architecture
  const isSplit = validation.count > 0
  const target = loss === 'cross-entropy' ? `data[:, ${inputs}].long()` : `data[:, ${inputs}:]`
  const scaled = scaling.length
    ? [
        '\n\n# Less the mean of what is learned from, divided by its standard deviation.',
        'def standardized(x):',
        `    return (x - torch.tensor([${scaling.map(({ mean }) => float(mean)).join(', ')}]))/torch.tensor([${scaling.map(({ deviation }) => float(deviation)).join(', ')}])`,
        '\n\nx = standardized(x)',
      ]
    : []
  const shares = isSplit
    ? [
        `# The first ${training.count} are learned from, the others judge.`,
        `x_train, y_train, x_valid, y_valid = x[:${training.count}], y[:${training.count}], x[${training.count}:], y[${training.count}:]`,
      ]
    : ['x_train, y_train = x, y']
  return `# The points: ${inputs === 1 ? 'the input' : `${inputs} inputs`}, then ${loss === 'cross-entropy' ? 'the class' : 'what is to be answered'}.
points = '''
${wrapped(pointsOf(prepared))}
'''
data = torch.tensor([[float(number) for number in point.split(',')] for point in points.split()])
x, y = data[:, :${inputs}], ${target}
${[...scaled, ...shares].join('\n')}${weights ? `\nweights = '''\n${stateDict(architecture, weights)}'''` : ''}`
}

/** As data say them, not standardized, in the order of the split. */
const pointsOf = ({ points: { inputs, targets }, dataset }: PreparedNetwork): string[] =>
  dataset.order.map((i) => [...(inputs[i] ?? []), ...(targets[i] ?? [])].map(exact).join())

const widest = 100

/** Words in lines of no more than a hundred characters. */
function wrapped(words: Iterable<string>): string {
  const lines: string[][] = []
  let left = 0
  for (const word of words) {
    left -= word.length + 1
    if (left < 0) {
      lines.push([])
      left = widest - word.length
    }
    lines.at(-1)?.push(word)
  }
  return lines.map((line) => line.join(' ')).join('\n')
}
