import { describe, expect, it } from 'vitest'
import { inferGraph } from '../infer.ts'
import { groupTree } from '../groups.ts'
import { groupShape, tiesOf } from '../ties.ts'
import { isCall, isInput, isOutput } from '../project.ts'
import { flatGraph } from './flatGraph.test-support.ts'
import { kerasPython } from './kerasPython.ts'
import { readKeras } from './readKeras.ts'

const read = (text: string) => {
  const result = readKeras(text)
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result
}
const analyse = (text: string) => {
  const { project } = read(text)
  const analysis = inferGraph(project)
  expect([
    ...analysis.problems,
    ...Object.values(analysis.nodes).flatMap(({ problems }) => problems),
  ]).toEqual([])
  return { project, total: analysis.parameters.total }
}
const sameGraph = (one: string, other: string) =>
  expect(flatGraph(read(one).project)).toEqual(flatGraph(read(other).project))

describe('listings of a course', () => {
  it('Sequential with activations as layers', () => {
    const { total, project } = analyse(`
      model = Sequential([
          Dense(32, input_shape=(784,)),
          Activation('relu'),
          Dense(10),
          Activation('softmax'),
      ])`)
    expect(total).toBe(784 * 32 + 32 + 32 * 10 + 10)
    expect(Object.values(project.layers).map(({ type }) => type)).toEqual([
      'dense',
      'activation',
      'dense',
      'activation',
    ])
  })

  it('layers added one by one, Dropout, and SGD with momentum, Nesterov and decay', () => {
    const text = `
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, Dropout, Activation
from keras.optimizers import SGD

x_train = np.random.random((1000, 20))
y_train = keras.utils.to_categorical(np.random.randint(10, size=(1000, 1)), num_classes=10)

model = Sequential()
# Dense(64) is a fully-connected layer with 64 hidden units.
model.add(Dense(64, activation='relu', input_dim=20))
model.add(Dropout(0.5))
model.add(Dense(64, activation='relu'))
model.add(Dropout(0.5))
model.add(Dense(10, activation='softmax'))

sgd = SGD(lr=0.01, decay=1e-6, momentum=0.9, nesterov=True)
model.compile(loss='categorical_crossentropy',
              optimizer=sgd,
              metrics=['accuracy'])
model.fit(x_train, y_train, nb_epoch=20, batch_size=128)
score = model.evaluate(x_train, y_train, batch_size=128)
`
    const { total, project } = analyse(text)
    expect(total).toBe(20 * 64 + 64 + 64 * 64 + 64 + 64 * 10 + 10)
    expect(project.training).toMatchObject({
      optimizer: { type: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true },
      schedule: { type: 'inverseTime', decay: 1e-6 },
      epochs: 20,
      batchSize: 128,
    })
    expect(Object.values(project.nodes).find(isOutput)?.output).toEqual({
      loss: 'categoricalCrossentropy',
      metrics: ['accuracy'],
    })
    expect(read(text).notRead.map(({ line }) => line)).toEqual([8, 9, 24])
    sameGraph(text, kerasPython(project, inferGraph(project)).text)
  })

  it('functional, 64-32-32-10', () => {
    const { total } = analyse(`
from keras.layers import Input, Dense
from keras.models import Model
inputs = Input(shape=(64,))
x = Dense(32, activation='relu')(inputs)
x = Dense(32, activation='relu')(x)
predictions = Dense(10, activation='softmax')(x)
model = Model(inputs=inputs, outputs=predictions)
model.compile(optimizer='rmsprop', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(data, labels)`)
    expect(total).toBe(64 * 32 + 32 + 32 * 32 + 32 + 32 * 10 + 10)
  })

  it('headlines: two inputs, an auxiliary output, weighted losses', () => {
    const { total, project } = analyse(`
main_input = Input(shape=(100,), dtype='int32', name='main_input')
x = Embedding(output_dim=512, input_dim=10000, input_length=100)(main_input)
lstm_out = LSTM(32)(x)
auxiliary_output = Dense(1, activation='sigmoid', name='aux_output')(lstm_out)
auxiliary_input = Input(shape=(5,), name='aux_input')
x = keras.layers.concatenate([lstm_out, auxiliary_input])
x = Dense(64, activation='relu')(x)
x = Dense(64, activation='relu')(x)
x = Dense(64, activation='relu')(x)
main_output = Dense(1, activation='sigmoid', name='main_output')(x)
model = Model(inputs=[main_input, auxiliary_input], outputs=[main_output, auxiliary_output])
model.compile(optimizer='rmsprop',
              loss={'main_output': 'binary_crossentropy', 'aux_output': 'binary_crossentropy'},
              loss_weights={'main_output': 1., 'aux_output': 0.2})`)
    expect(total).toBe(5_200_610)
    expect(
      Object.values(project.nodes).flatMap((node) => (isOutput(node) ? [node.output.lossWeight] : [])),
    ).toEqual([1, 0.2])
    expect(Object.values(project.nodes).find(isInput)?.input).toMatchObject({
      name: 'main_input',
      dtype: 'int32',
    })
  })

  it('one LSTM reads two tweets: one layer with two calls', () => {
    const { project } = analyse(`
tweet_a = Input(shape=(280, 256))
tweet_b = Input(shape=(280, 256))
shared_lstm = LSTM(64)
encoded_a = shared_lstm(tweet_a)
encoded_b = shared_lstm(tweet_b)
merged_vector = keras.layers.concatenate([encoded_a, encoded_b], axis=-1)
predictions = Dense(1, activation='sigmoid')(merged_vector)
model = Model(inputs=[tweet_a, tweet_b], outputs=predictions)`)
    expect(Object.values(project.layers).filter(({ type }) => type === 'lstm')).toHaveLength(1)
    expect(Object.values(project.nodes).filter((node) => isCall(node) && node.layer === 'lstm')).toHaveLength(
      2,
    )
  })

  it('a vision model called twice is two groups with the same layers', () => {
    const { project } = analyse(`
digit_input = Input(shape=(27, 27, 1))
x = Conv2D(64, (3, 3))(digit_input)
x = Conv2D(64, (3, 3))(x)
x = MaxPooling2D((2, 2))(x)
out = Flatten()(x)
vision_model = Model(digit_input, out)
digit_a = Input(shape=(27, 27, 1))
digit_b = Input(shape=(27, 27, 1))
out_a = vision_model(digit_a)
out_b = vision_model(digit_b)
concatenated = keras.layers.concatenate([out_a, out_b])
out = Dense(1, activation='sigmoid')(concatenated)
classification_model = Model([digit_a, digit_b], out)`)
    expect(Object.values(project.groups).map(({ title }) => title)).toEqual(['vision_model', 'vision_model'])
    expect([...tiesOf(project).values()]).toEqual([Object.keys(project.groups)])
    const [first, second] = Object.keys(project.groups).map((id) =>
      groupShape(project, groupTree(project), id),
    )
    expect(first?.nodes.size).toBe(4)
    expect([...(first?.nodes.keys() ?? [])]).toEqual([...(second?.nodes.keys() ?? [])])
    expect(Object.values(project.layers).filter(({ type }) => type === 'conv2d')).toHaveLength(2)
  })
})

describe('older spellings', () => {
  it.each([
    [
      "Dense(output_dim=64, input_dim=20, init='uniform', bias=False)",
      "Dense(64, input_shape=(20,), kernel_initializer='random_uniform', use_bias=False)",
    ],
    [
      "Convolution2D(32, 3, 3, border_mode='same', subsample=(2, 2), input_shape=(8, 8, 1))",
      "Conv2D(32, (3, 3), padding='same', strides=2, input_shape=(8, 8, 1))",
    ],
    [
      'Embedding(1000, 64, input_length=10)',
      'Embedding(input_dim=1000, output_dim=64, batch_input_shape=(None, 10))',
    ],
    [
      "LSTM(output_dim=32, input_dim=16, input_length=10, inner_activation='sigmoid')",
      'layers.LSTM(32, input_shape=(10, 16))',
    ],
  ])('%s', (old, now) => {
    sameGraph(
      `m = Sequential()\nm.add(${old})`,
      `m = keras.Sequential([tf.keras.${now.replace(/^(layers\.)?/, 'layers.')}])`,
    )
  })

  it('merge functions and the keywords input and output of Model', () => {
    const towers = 'a = Input((4,))\nb = Input((4,))\n'
    sameGraph(
      `${towers}x = merge([a, b], mode='concat', concat_axis=-1)\nModel(input=[a, b], output=Dense(1)(x))`,
      `${towers}x = layers.Concatenate()([a, b])\nkeras.Model([a, b], layers.Dense(1)(x))`,
    )
  })
})

describe('programs', () => {
  it('reads a Lambda made of known operations, and keeps any other with its place', () => {
    const siamese = (how: string) =>
      `a = Input((4,))\nb = Input((4,))\nd = ${how}\nmodel = Model([a, b], Dense(1)(d))`
    sameGraph(siamese('Lambda(lambda t: K.abs(t[0] - t[1]))([a, b])'), siamese('abs(a - b)'))
    const { project, findings } = read(siamese('Lambda(lambda t: t.strange())([a, b])'))
    expect(Object.values(project.layers).map(({ type }) => type)).toEqual(['Lambda', 'dense'])
    expect(findings).toEqual([
      { line: 3, problem: { code: 'codeLayerUnknown', values: { name: 'lambda', type: 'Lambda' } } },
    ])
  })

  it('names the line of a value it can’t know, and reads the rest', () => {
    const { project, findings } = read(
      `words = tokenizer.count()\nm = Sequential()\nm.add(Embedding(words, 8, input_length=4))\nm.add(Flatten())`,
    )
    expect(findings).toEqual([
      { line: 3, problem: { code: 'codeNotValue', values: { found: 'tokenizer.count()' } } },
    ])
    expect(Object.keys(project.layers)).toEqual(['embedding', 'flatten'])
  })

  it('names the line where a program is no Python', () => {
    expect(readKeras('import keras\nx = Dense(3')).toEqual({
      problem: { code: 'codeSyntax', values: { line: 2, found: '↵' } },
    })
  })

  it('never runs anything: what a program would do to its machine is only not read', () => {
    const { notRead } = read(
      `import os\nos.system('true')\n__import__('os').remove('x')\nm = Sequential([Dense(1, input_dim=1)])`,
    )
    expect(notRead.map(({ line }) => line)).toEqual([2, 3])
  })

  it('says which settings of an optimizer are lost, and nothing of those that are off', () => {
    const { findings } = read(
      "m = Sequential([Dense(1, input_dim=1)])\nm.compile(Adam(1e-3, clipnorm=1.0, amsgrad=False), loss='mse')",
    )
    expect(findings.map(({ problem }) => problem)).toEqual([
      { code: 'codeSettingIgnored', values: { setting: 'clipnorm', found: '1' } },
    ])
  })

  it('keeps a layer with an argument that is not known here as an unknown one', () => {
    const { project, findings } = read(
      "m = Sequential([Conv2D(4, 3, data_format='channels_first', input_shape=(3, 8, 8))])",
    )
    expect(Object.values(project.layers)[0]).toMatchObject({
      type: 'Conv2D',
      params: { filters: 4, data_format: 'channels_first' },
    })
    expect(findings[0]?.problem.code).toBe('codeArgumentUnknown')
  })
})
