// The pictures of a training in matplotlib: losses over epochs, what networks answer, a film of it.
import type { PreparedNetwork } from '../../experiment/networkPrepare.ts'
import { filmEnd, filmStart } from './film.ts'
import { drawable } from './picture.ts'

/** At most so many frames of a film, about. */
const frames = 60

/** Where the networks are asked, and what is kept of it. */
export function keeping(prepared: PreparedNetwork): readonly string[] {
  const { dataset, epochs, loss } = prepared
  const probe = dataset.scaling.length ? 'standardized(grid)' : 'grid'
  const answered = loss === 'mse' ? 'model(probe)' : 'model(probe).softmax(1)'
  return [
    drawable,
    gridOf(prepared),
    `probe = ${probe}
films = {}


def look(run, model, rows):
    # What the network answers now; of many epochs not each is kept, and none whose loss is not finite.
    epoch = len(rows) - 1
    if epoch and not math.isfinite(rows[-1][0]):
        return
    if epoch % ${Math.max(1, Math.ceil(epochs / frames))} and epoch < ${epochs}:
        return
    model.eval()
    with torch.no_grad():
        answered = ${answered}.numpy()
    model.train()
    films.setdefault(run, {})[epoch] = drawable(answered)`,
  ]
}

const window = `def window(values):
    # A little more than what the data take.
    low, high = values.min().item(), values.max().item()
    margin = 0.08*(high - low) or 1
    return low - margin, high + margin`

function gridOf({ architecture: { inputs } }: PreparedNetwork): string {
  if (inputs === 1)
    return `${window}\n\n\ngrid = torch.linspace(*window(data[:, 0]), 241).unsqueeze(1)`
  if (inputs > 2) return `grid = data[:, :${inputs}]`
  return `${window}


across, up = (torch.linspace(*window(data[:, k]), 64) for k in range(2))
# Row by row, from the lowest up.
grid = torch.stack([across.repeat(64), up.repeat_interleave(64)], 1)`
}

/** The losses of all runs over the epochs, and how many answers are right. */
export const curves = ({ classes }: PreparedNetwork, isJudged = classes !== undefined): string =>
  `figure, places = plt.subplots(1, ${isJudged ? 2 : 1}, figsize=(${isJudged ? 11 : 7}, 4), squeeze=False)
losses = places[0, 0]
for k, (run, rows) in enumerate(curves.items()):
    losses.plot(drawable([row[0] for row in rows]), color=f'C{k}', label=run)
    if rows and rows[0][1] is not None:
        losses.plot(drawable([row[1] for row in rows]), '--', color=f'C{k}', label=f'{run}, validation')
known = drawable([row[0] for rows in curves.values() for row in rows])
known = known[np.isfinite(known)]
if len(known) and known.min() > 0 and known.max() > 100*known.min():
    losses.set_yscale('log')
losses.set(xlabel='epoch', ylabel='loss')
losses.legend()
${
  isJudged
    ? `for k, (run, rows) in enumerate(curves.items()):
    places[0, 1].plot([row[2] for row in rows], color=f'C{k}', label=run)
places[0, 1].set(xlabel='epoch', ylabel='accuracy', ylim=(-0.02, 1.02))
`
    : ''
}figure.tight_layout()
plt.show()`

const places = `plt.subplots(1, len(films), figsize=(5.5*len(films), 4.2), squeeze=False)`

export const picture = `figure, places = ${places}
for place, (run, film) in zip(places[0], films.items()):
    draw(place, film[max(film)])
    place.set_title(f'{run}, epoch {max(film)}')
figure.tight_layout()
plt.show()`

/** What the networks answer as they learn. */
export const filmOfAnswers = `${filmStart}
figure, places = ${places}


def until(epoch):
    for place, (run, film) in zip(places[0], films.items()):
        place.clear()
        # A run that diverged has no answers of later epochs.
        shown = max(known for known in film if known <= epoch)
        draw(place, film[shown])
        place.set_title(f'{run}, epoch {shown}')
    return []


frames = sorted({epoch for film in films.values() for epoch in film})
${filmEnd(150)}`
