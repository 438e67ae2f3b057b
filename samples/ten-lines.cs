using Demarche;
using Demarche.Coding.Records;

using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
var pipeline = Pipeline.Load(CodebookFiles.Shipped()).Value ?? throw new InvalidDataException("The codebook has a fault.");
var report = pipeline.Reader.FromText("note", "GENEVA, 4 May 2021 - Iran rejected talks with the United States on Monday.").Value!;
foreach (var one in RecordedEvents.Of(pipeline.Code(report, patience.Token), pipeline.Codebook))
{
    Console.WriteLine($"{one.Date:R} {one.Actors[0].Code} {one.Type} {one.Recipients[0].Code} {one.Status}, by {one.Rule}");
}
