// The examples menu: the slides' program, TensorFlow Playground's sets, and what goes wrong. Links, as anyone could type.

interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

/** The network that TensorFlow Playground begins with. */
const playground = 'layers=4:2&activation=tanh&batch=10&epochs=100&seed=1'

export const examples: readonly Example[] = [
  {
    name: 'The slides: a noisy sine',
    hint: '132,000 parameters, Adam, 512 epochs of all points',
    link: '#/network?data=sine(n=1000,noise=0.1,seed=1)&layers=256:256:256&activation=elu&loss=mse&split=1&epochs=512&seed=1&run=adam(lr=0.001)',
  },
  {
    name: 'A circle in a ring',
    hint: 'No line tells these classes apart; four units do',
    link: `#/network?data=circle&${playground}&run=adam(lr=0.03)`,
  },
  {
    name: 'Exclusive or',
    hint: 'What one layer alone cannot learn',
    link: `#/network?data=xor&${playground}&run=adam(lr=0.03)`,
  },
  {
    name: 'Two spirals',
    hint: 'The hard one: more units, more epochs',
    link: '#/network?data=spiral&layers=16:16&activation=tanh&batch=20&epochs=300&seed=1&run=adam(lr=0.01)',
  },
  {
    name: 'Three spirals',
    hint: 'Three classes by cross-entropy',
    link: '#/network?data=spirals3&layers=24:16&activation=relu&batch=32&epochs=200&seed=2&run=adam(lr=0.01)',
  },
  {
    name: 'All weights zero',
    hint: 'The symmetry trap: all units stay the same',
    link: '#/network?data=xor&layers=4&activation=tanh&init=zeros&batch=full&epochs=200&run=sgd(lr=0.5)',
  },
  {
    name: 'A learning rate too large',
    hint: 'It stops being finite, says where, and offers the way back',
    link: '#/network?data=sine(n=200,noise=0.1,seed=1)&layers=32:32&activation=relu&batch=20&epochs=60&run=sgd(lr=5)',
  },
  {
    name: 'Learned by heart',
    hint: 'Few points, many weights: where the validation loss turns up is marked',
    link: '#/network?data=circle(n=25,noise=0.3,seed=2)&layers=32:32&activation=tanh&batch=10&epochs=300&run=adam(lr=0.003)',
  },
  {
    name: 'Four optimizers, one network',
    hint: 'The same beginning and the same batches for all',
    link: '#/network?data=moons(n=300,noise=0.2)&layers=8:8&activation=tanh&batch=20&epochs=60&seed=1&run=sgd(lr=0.1)&run=sgd(lr=0.1,momentum=0.9)&run=rmsprop(lr=0.01)&run=adam(lr=0.01)',
  },
]
