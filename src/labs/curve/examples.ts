// The examples menu: the notebook's runs, the soda can, and one for each question of the lecture. Links, as anyone could type.

interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

export const examples: readonly Example[] = [
  {
    name: 'Notebook: a parabola',
    hint: 'x² from 2.5 with learning rate 0.1',
    link: '#/curve?f=square&start=2.5&steps=40&run=sgd(lr=0.1)',
  },
  {
    name: 'Notebook: Adam crosses two valleys',
    hint: 'x²/20 + tanh(sin x) from 8 with learning rate 2',
    link: '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)',
  },
  {
    name: 'Notebook: the soda can',
    hint: 'The least metal around 330 cm³',
    link: '#/curve?f=soda&start=1.5&steps=100&run=sgd(lr=5)',
  },
  {
    name: 'Learning rate too small',
    hint: 'After 50 steps it has hardly begun',
    link: '#/curve?f=square&start=2.5&steps=50&run=sgd(lr=0.003)',
  },
  {
    name: 'Learning rate too big',
    hint: 'Each step lands further out than the last',
    link: '#/curve?f=square&start=0.4&steps=40&run=sgd(lr=1.3)',
  },
  {
    name: 'Stuck in the wrong valley',
    hint: 'Gradient descent stops in the first valley it meets',
    link: '#/curve?f=tanhsin&start=8&steps=60&run=sgd(lr=0.5)',
  },
  {
    name: 'A kink',
    hint: 'The slope never shrinks, so the steps never do',
    link: '#/curve?f=kink&start=2.6&steps=30&run=sgd(lr=0.4)',
  },
  {
    name: 'A plateau',
    hint: 'Far out there is no slope to follow',
    link: '#/curve?f=plateau&start=4&steps=60&run=sgd(lr=0.5)',
  },
  {
    name: 'The same plateau with RMSprop',
    hint: 'Dividing by the size of the slope makes it walk',
    link: '#/curve?f=plateau&start=4&steps=60&run=rmsprop(lr=0.1)',
  },
  {
    name: 'A race from one start',
    hint: 'Momentum jumps the valley that stops the others',
    link: '#/curve?f=tanhsin&start=8&steps=60&run=sgd(lr=0.5,momentum=0.9)&run=sgd(lr=0.5)&run=rmsprop(lr=0.2)&run=adam(lr=0.5)',
  },
  {
    name: 'A decaying learning rate',
    hint: 'Over a kink only steps that shrink come to rest',
    link: '#/curve?f=kink&start=2.6&steps=60&run=sgd(lr=0.4)@inverse-sqrt&run=sgd(lr=0.4)',
  },
  {
    name: 'Warm-up, then a cosine',
    hint: 'Short steps while momentum gathers, and again at the end',
    link: '#/curve?f=tanhsin&start=8&steps=60&run=sgd(lr=0.5,momentum=0.9)@warmup(steps=8)@cosine(T_max=52)',
  },
  {
    name: 'Calls counted, not steps',
    hint: 'A line search pays for looking: with 30 calls of f each',
    link: '#/curve?f=tanhsin&start=8&steps=30&budget=evaluations&run=gd-wolfe(lr=1)&run=gd-armijo(lr=4)&run=sgd(lr=0.5)&run=newton',
  },
  {
    name: 'Notebook: “LBFGS does not work well”',
    hint: 'A closure that never calls backward(), beside the right one',
    link: '#/curve?f=tanhsin&start=8&steps=15&run=lbfgs(lr=2,bugs=stale-closure)&run=lbfgs(lr=2,line_search_fn=strong_wolfe)',
  },
  {
    name: 'A mistake on purpose: no bias correction',
    hint: 'Adam’s first steps become far too long',
    link: '#/curve?f=square&start=3&steps=60&run=adam(lr=0.1,bugs=no-bias-correction)',
  },
  {
    name: 'A rule of your own',
    hint: 'Polyak’s heavy ball in one line, to be changed',
    link: '#/curve?f=square&start=2.5&steps=50&run=custom(beta=0.8,lr=0.1)&rule=x=x-lr*g+beta*(x-prev(x))',
  },
]
