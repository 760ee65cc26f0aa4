import type { Words } from '../shared/words.ts'

/** Title and summary of every example, in the order the home page shows them. */
export const exampleWords: Record<string, { title: Words; summary: Words }> = {
  'credit-card': {
    title: { en: 'Credit card share', ko: '신용카드 지출 비율' },
    summary: {
      en: 'Regression: what share of income goes to the card, from eight facts about an applicant.',
      ko: '회귀: 신청자의 여덟 가지 정보로 소득 대비 카드 지출 비율을 예측합니다.',
    },
  },
  infert: {
    title: { en: 'Infertility: case or control', ko: '불임 사례와 대조군 분류' },
    summary: {
      en: 'Classification on a small matched study. The split keeps each stratum whole, and the education levels are ordered.',
      ko: '작은 짝지은 연구 자료의 분류입니다. 같은 층(stratum)은 나누지 않고, 학력은 순서가 있는 값으로 다룹니다.',
    },
  },
  'xor-perceptron': {
    title: { en: 'XOR by a perceptron', ko: '퍼셉트론으로 XOR' },
    summary: {
      en: 'One neuron draws one line, so it never gets more than three of the four rows right.',
      ko: '뉴런 하나는 직선 하나만 그으므로 네 행 가운데 세 행까지만 맞힐 수 있습니다.',
    },
  },
  'xor-mlp': {
    title: { en: 'XOR by a multilayer perceptron', ko: '다층 퍼셉트론으로 XOR' },
    summary: {
      en: 'Eight hidden neurons bend the line: all four rows are right.',
      ko: '은닉 뉴런 여덟 개가 경계를 구부려 네 행을 모두 맞힙니다.',
    },
  },
  'digits-sequential': {
    title: { en: 'Digits: a Sequential model', ko: '숫자 그림: Sequential 모델' },
    summary: {
      en: '784 pixels, 32 units, ten classes, one layer after the other, with each activation as a layer of its own.',
      ko: '픽셀 784개, 유닛 32개, 범주 10개를 한 줄로 잇고 활성화 함수를 따로 층으로 둡니다.',
    },
  },
  clusters: {
    title: { en: 'Ten clusters: Dropout and SGD', ko: '군집 열 개: Dropout과 SGD' },
    summary: {
      en: '20-64-64-10 with Dropout, trained by SGD with momentum, Nesterov and decay.',
      ko: '20-64-64-10에 Dropout을 넣고 모멘텀, 네스테로프, 감쇠를 쓰는 SGD로 학습합니다.',
    },
  },
  'digits-functional': {
    title: { en: 'Digits: a functional model', ko: '숫자 그림: 함수형 모델' },
    summary: {
      en: '64-32-32-10 on real 8 × 8 scans of handwriting.',
      ko: '실제 손글씨를 8 × 8로 스캔한 그림을 64-32-32-10 모델로 분류합니다.',
    },
  },
  headline: {
    title: { en: 'Headlines: two inputs, two outputs', ko: '헤드라인: 입력 둘, 출력 둘' },
    summary: {
      en: 'Embedding and LSTM read 100 words; five numbers join them; a main and an auxiliary output learn together.',
      ko: 'Embedding과 LSTM이 단어 100개를 읽고 숫자 다섯 개가 합쳐져, 주 출력과 보조 출력을 함께 학습합니다.',
    },
  },
  stories: {
    title: { en: 'Stories: two inputs answer a question', ko: '이야기: 입력 둘로 질문에 답하기' },
    summary: {
      en: 'One LSTM reads a story, another the question; together they say where somebody is.',
      ko: 'LSTM 하나는 이야기를, 다른 하나는 질문을 읽고 함께 누가 어디에 있는지 답합니다.',
    },
  },
  posts: {
    title: { en: 'Posts: age, income and gender', ko: '게시글: 나이, 소득, 성별' },
    summary: {
      en: 'One text, three outputs: a number, one of five groups, and yes or no, each with a loss of its own.',
      ko: '글 하나에서 숫자, 다섯 범주, 예/아니요를 저마다의 손실로 함께 예측합니다.',
    },
  },
  inception: {
    title: { en: 'Digits: an Inception module', ko: '숫자 그림: Inception 모듈' },
    summary: {
      en: 'Four parallel branches look through windows of different sizes and are joined by channel.',
      ko: '크기가 다른 창으로 보는 네 갈래를 채널 방향으로 이어 붙입니다.',
    },
  },
  siamese: {
    title: { en: 'Digits: a siamese pair', ko: '숫자 그림: 샴 네트워크' },
    summary: {
      en: 'Two images pass through one tower with shared weights; |a − b| tells whether they show the same digit.',
      ko: '그림 두 장이 가중치를 공유하는 한 타워를 지나고, |a − b|로 같은 숫자인지 판단합니다.',
    },
  },
}
