/* Settings of which the trainings that rules are measured on are made. */

export const sgd = (learningRate: number) => ({ name: 'sgd', learningRate });
export const adam = (learningRate: number) => ({ name: 'adam', learningRate });
export const fewFashion = { name: 'fashion-mnist', share: 0.3 };
export const relu = { activation: 'relu', initializer: 'he-normal' };
