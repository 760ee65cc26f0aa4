import type { MetricName } from './training.ts'
import type { Words } from './words.ts'

interface MetricWords {
  readonly title: Words
  readonly help: Words
}

const entries: Readonly<Record<MetricName | 'loss', MetricWords>> = {
  loss: {
    title: { en: 'Loss', ko: '손실' },
    help: {
      en: 'What training makes small; lower is better.',
      ko: '학습이 줄이려는 값입니다. 낮을수록 좋습니다.',
    },
  },
  accuracy: {
    title: { en: 'Accuracy', ko: '정확도' },
    help: { en: 'Share of rows answered right.', ko: '맞힌 행의 비율입니다.' },
  },
  auc: {
    title: { en: 'AUC', ko: 'AUC' },
    help: {
      en: 'Chance that a positive row scores above a negative one; 0.5 is guessing.',
      ko: '양성 행의 점수가 음성 행보다 높을 확률입니다. 0.5는 추측과 같습니다.',
    },
  },
  mae: {
    title: { en: 'Mean absolute error', ko: '평균 절대 오차' },
    help: {
      en: 'Average distance from the truth, in the target’s own unit.',
      ko: '정답과의 평균 거리이며, 목표의 원래 단위입니다.',
    },
  },
  rmse: {
    title: { en: 'Root mean squared error', ko: '평균 제곱근 오차' },
    help: {
      en: 'Like the absolute error, but large errors weigh more.',
      ko: '절대 오차와 비슷하지만 큰 오차에 더 큰 비중을 둡니다.',
    },
  },
  r2: {
    title: { en: 'R²', ko: 'R²' },
    help: {
      en: 'Share of the target’s variance that is explained; 1 is perfect, 0 is no better than the mean.',
      ko: '목표의 분산 가운데 설명한 비율입니다. 1이면 완벽하고 0이면 평균과 같습니다.',
    },
  },
  precision: {
    title: { en: 'Precision', ko: '정밀도' },
    help: {
      en: 'Of the rows called positive, the share that are.',
      ko: '양성이라고 답한 행 가운데 실제 양성의 비율입니다.',
    },
  },
  recall: {
    title: { en: 'Recall', ko: '재현율' },
    help: {
      en: 'Of the positive rows, the share that were found.',
      ko: '실제 양성 행 가운데 찾아낸 비율입니다.',
    },
  },
  f1: {
    title: { en: 'F1', ko: 'F1' },
    help: { en: 'Harmonic mean of precision and recall.', ko: '정밀도와 재현율의 조화 평균입니다.' },
  },
}

/** Title and one-sentence help of every metric, by its name in a run's figures. */
export const metricWords: Readonly<Record<string, MetricWords>> = entries
