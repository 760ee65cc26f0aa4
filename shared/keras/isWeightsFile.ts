/** Whether a file's name says that it holds weights in a form that is no text: `.h5`, `.hdf5`, `.keras`, `.pb`. */
export const isWeightsFile = (name: string): boolean => /\.(h5|hdf5|keras|pb|tflite|onnx|pt|pth)$/i.test(name)
