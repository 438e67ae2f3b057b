using Demarche.Training.Words;

return args is ["words", ..] ? WordsCommand.Run(args[1..]) : 2;
