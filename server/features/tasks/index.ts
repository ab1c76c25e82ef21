export { tasksRoutes } from './routes.ts';
