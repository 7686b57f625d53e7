export { alternativeLabel } from '@chapeau/text';
