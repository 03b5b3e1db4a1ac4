// What an F# cell or script loads, once: #load "../lib/RegCls.Interactive/bundle/setup.fsx"
// F# looks into the assemblies that are named, not into those they refer to; so each is named here.
#r "FSharp.Core.dll"
#r "TorchSharp.dll"
#r "DynamicObj.dll"
#r "Giraffe.ViewEngine.dll"
#r "Plotly.NET.dll"
#r "Deedle.dll"
#r "MathNet.Numerics.dll"
#r "RegCls.dll"
#r "RegCls.Sources.dll"
#r "RegCls.StandIns.dll"
#r "RegCls.Studies.dll"
#r "RegCls.Figures.dll"
#r "RegCls.Interactive.dll"

// A C# cell before it has given plotly.js to the page already.
if not RegCls.Interactive.Notebook.IsSetUp then
    RegCls.Interactive.Notebook.Setup() |> ignore
