export { boldLetter, wrapWords } from '../../scoring/picture/wrap-words.ts';
